import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { listen } from '../../platform/facts.ts'
import { writtenBy } from '../../platform/journal/written-by.ts'
import { undone } from '../workspace/facts.ts'
import { mailReread, peopleTouched } from './facts.ts'

/** An undo writes notes and own addresses past the actions that would tell of it: so it is told here. */
export const conversationsListens = [
  listen(undone, async (ctx, { tables }) => {
    if (tables.includes('conversations.activity')) await tellNotes(ctx)
    if (tables.includes('conversations.own_address')) await tellAddresses(ctx)
  }),
]

async function tellNotes(ctx: Ctx): Promise<void> {
  const written = await writtenBy(ctx, ctx.actionId, 'conversations.activity')
  const { rows } = await sql<{ memberId: string; personId: string }>`
    select member_id, person_id from conversations.activity
    where workspace_id = ${ctx.actor.workspaceId} and id = any(${written.map(({ key }) => key.id)}::uuid[])`.execute(
    ctx.tx,
  )
  const gone = written.flatMap(({ before }) =>
    before ? [{ memberId: String(before.member_id), personId: String(before.person_id) }] : [],
  )
  for (const [memberId, of] of Map.groupBy([...rows, ...gone], (row) => row.memberId))
    ctx.tell(peopleTouched, { memberId, personIds: [...new Set(of.map((row) => row.personId))] }, memberId)
}

async function tellAddresses(ctx: Ctx): Promise<void> {
  const { workspaceId } = ctx.actor
  const written = await writtenBy(ctx, ctx.actionId, 'conversations.own_address')
  for (const memberId of new Set(written.flatMap(({ key }) => key.member_id ?? []))) {
    ctx.tell(mailReread, { memberId }, memberId)
    await ctx.later('conversations.rereadStates', {}, { key: `states ${workspaceId} ${memberId}` })
  }
}
