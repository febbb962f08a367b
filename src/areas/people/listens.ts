import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { listen } from '../../platform/facts.ts'
import { writtenBy } from '../../platform/journal/written-by.ts'
import { undone } from '../workspace/facts.ts'
import { peopleChanged } from './facts.ts'

/** An undo writes rows of people past the actions that would tell of it: so it is told here. */
export const peopleListens = [
  listen(undone, async (ctx, { tables }) => {
    if (!tables.some((table) => table.startsWith('people.'))) return
    const personIds = await peopleInUndo(ctx)
    if (personIds.length > 0) ctx.tell(peopleChanged, { personIds })
  }),
]

/** Whom the present action's writes are about: the rows' people before and after it. */
async function peopleInUndo(ctx: Ctx): Promise<string[]> {
  const { workspaceId } = ctx.actor
  const people = await writtenBy(ctx, ctx.actionId, 'people.person')
  const addresses = await writtenBy(ctx, ctx.actionId, 'people.address')
  const facts = await writtenBy(ctx, ctx.actionId, 'people.personal_fact')
  const { rows } = await sql<{ personId: string }>`
    select person_id from people.address where workspace_id = ${workspaceId} and id = any(${addresses.map(({ key }) => key.id)}::uuid[]) and person_id is not null
    union select person_id from people.personal_fact where workspace_id = ${workspaceId} and id = any(${facts.map(({ key }) => key.id)}::uuid[])`.execute(
    ctx.tx,
  )
  const before = [...addresses, ...facts].map((row) => row.before?.person_id)
  const named = [...people.map(({ key }) => key.id), ...before, ...rows.map((row) => row.personId)]
  return [...new Set(named.filter((id) => typeof id === 'string'))]
}
