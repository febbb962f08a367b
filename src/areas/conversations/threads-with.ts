import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/** Threads with a person that can still be open: those with a mail between the acting member and them in the last days. */
export async function threadsWith(ctx: Ctx, personId: string, days = 31): Promise<string[]> {
  const since = new Date(ctx.now.getTime() - days * 86_400_000)
  const { rows } = await sql<{ threadId: string }>`select distinct thread_id from conversations.touch
    where workspace_id = ${ctx.actor.workspaceId} and member_id = ${ctx.actor.memberId} and person_id = ${personId} and at >= ${since}`.execute(
    ctx.tx,
  )
  return rows.map((row) => row.threadId)
}
