import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { openThreads } from '../conversations/door.ts'
import { sortedThreads } from './sorted-threads.ts'

/** The people to whom the acting member owes an answer now: the same rules and rows as on every screen. */
export async function owedPeople(ctx: Ctx): Promise<Set<string>> {
  const open = await openThreads(ctx, ctx.actor.memberId, ctx.now)
  const said = await sortedThreads(ctx, open)
  const addresses = [...open.values()].flatMap(({ threadId, state }) =>
    said.get(threadId)?.state === 'owed-by-me' && state.personAddress ? [state.personAddress] : [],
  )
  const { rows } = await sql<{ personId: string }>`select distinct person_id from people.address
    where workspace_id = ${ctx.actor.workspaceId} and address = any(${addresses}::text[]) and person_id is not null`.execute(
    ctx.tx,
  )
  return new Set(rows.map((row) => row.personId))
}
