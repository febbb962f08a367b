import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { openDays } from './threads/open-threads.ts'

/** Threads with a person that can be open at a moment: those with a mail between the acting member and them shortly before. */
export async function threadsWith(ctx: Ctx, personId: string, at: Date = ctx.now): Promise<string[]> {
  const since = new Date(at.getTime() - (openDays + 1) * 86_400_000)
  const { rows } = await sql<{ threadId: string }>`select distinct thread_id from conversations.touch
    where workspace_id = ${ctx.actor.workspaceId} and member_id = ${ctx.actor.memberId} and person_id = ${personId} and at >= ${since} and at <= ${at}`.execute(
    ctx.tx,
  )
  return rows.map((row) => row.threadId)
}
