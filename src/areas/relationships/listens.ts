import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { listen } from '../../platform/facts.ts'
import { writtenBy } from '../../platform/journal/written-by.ts'
import { mailReread, peopleTouched } from '../conversations/facts.ts'
import { peopleChanged } from '../people/facts.ts'
import { undone } from '../workspace/facts.ts'
import { refreshChosen } from './refresh-chosen.ts'

/** What the areas below tell that changes how one stands with whom. */
export const relationshipsListens = [
  listen(peopleTouched, (ctx, { memberId, personIds }) => markStale(ctx, memberId, personIds)),
  listen(peopleChanged, (ctx, { personIds }) => markStale(ctx, ctx.actor.memberId, personIds)),
  listen(mailReread, async (ctx, { memberId }) => {
    await sql`insert into relationships.stale (workspace_id, member_id, person_id)
      select workspace_id, ${memberId}::uuid, id from people.person where workspace_id = ${ctx.actor.workspaceId} on conflict do nothing`.execute(
      ctx.tx,
    )
    await later(ctx)
  }),
  // A choice that is taken back (or brought back) decides at once, as making it does.
  listen(undone, async (ctx, { tables }) => {
    if (!tables.includes('relationships.relation_choice')) return
    const written = await writtenBy(ctx, ctx.actionId, 'relationships.relation_choice')
    for (const subject of new Set(written.map(({ key }) => key.subject ?? '')))
      await refreshChosen(ctx, subject)
  }),
]

async function markStale(ctx: Ctx, memberId: string, personIds: readonly string[]): Promise<void> {
  await sql`insert into relationships.stale (workspace_id, member_id, person_id)
    select ${ctx.actor.workspaceId}::uuid, ${memberId}::uuid, id from unnest(${personIds}::uuid[]) id on conflict do nothing`.execute(
    ctx.tx,
  )
  await later(ctx)
}

/** One job a workspace: those that come while it waits are the same job. */
const later = (ctx: Ctx) =>
  ctx.later('relationships.refresh', {}, { key: `refresh ${ctx.actor.workspaceId}` })
