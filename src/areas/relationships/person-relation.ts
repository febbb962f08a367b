import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import type { Relation } from './relation.ts'

/** Whose mail it is, and why; before anything was computed: unsorted. */
export async function personRelation(
  ctx: Ctx,
  personId: string,
): Promise<{ relation: Relation; rule: string; because: string; domain: string | null }> {
  const { rows } = await sql<{ relation: Relation; rule: string; because: string; domain: string | null }>`
    select relation, rule, because, domain from relationships.relation where workspace_id = ${ctx.actor.workspaceId} and person_id = ${personId}`.execute(
    ctx.tx,
  )
  return (
    rows[0] ?? { relation: 'unsorted', rule: 'unsorted', because: 'no mail between you yet', domain: null }
  )
}
