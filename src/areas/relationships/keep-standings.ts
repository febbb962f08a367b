import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import type { PersonRelation } from './relations-of.ts'
import type { StandingRow } from './standing-row.ts'

/** Keeps relations as computed. */
export async function keepRelations(ctx: Ctx, rows: readonly PersonRelation[]): Promise<void> {
  await insertRows(
    ctx.tx,
    'relationships.relation',
    ctx.actor.workspaceId,
    {
      person_id: { type: 'uuid', values: rows.map((row) => row.personId) },
      relation: { type: 'text', values: rows.map((row) => row.relation) },
      rule: { type: 'text', values: rows.map((row) => row.rule) },
      because: { type: 'text', values: rows.map((row) => row.because) },
      domain: { type: 'text', values: rows.map((row) => row.domain) },
    },
    '(workspace_id, person_id) do update set relation = excluded.relation, rule = excluded.rule, because = excluded.because, domain = excluded.domain',
  )
}

/** Keeps these people's standings, for all members, and nothing older. */
export async function keepStandings(
  ctx: Ctx,
  personIds: readonly string[],
  rows: readonly StandingRow[],
): Promise<void> {
  await sql`delete from relationships.standing where workspace_id = ${ctx.actor.workspaceId} and person_id = any(${personIds}::uuid[])`.execute(
    ctx.tx,
  )
  const column = (type: string, value: (row: StandingRow) => unknown) => ({ type, values: rows.map(value) })
  await insertRows(ctx.tx, 'relationships.standing', ctx.actor.workspaceId, {
    member_id: column('uuid', (row) => row.memberId),
    person_id: column('uuid', (row) => row.personId),
    counts: column('bool', (row) => row.counts),
    earned: column('real', (row) => row.earned),
    heard_at: column('timestamptz', (row) => row.heardAt),
    depth_order: column('float8', (row) => row.depthOrder),
    drifts_from: column('timestamptz', (row) => row.driftsFrom),
    lost_from: column('timestamptz', (row) => row.lostFrom),
    settles_at: column('timestamptz', (row) => row.settlesAt),
    first_at: column('timestamptz', (row) => row.firstAt),
    last_at: column('timestamptz', (row) => row.lastAt),
    last_direction: column('text', (row) => row.lastDirection),
    theirs: column('int4', (row) => row.theirs),
    mine: column('int4', (row) => row.mine),
    exchanges: column('int4', (row) => row.exchanges),
    unanswered_in_a_row: column('int4', (row) => row.unansweredInARow),
    exchange: column('jsonb', (row) => row.exchange),
    computed_at: column('timestamptz', () => ctx.now),
  })
}
