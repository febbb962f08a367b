import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { notFound } from '../../../platform/refusal.ts'
import { readable } from '../readable.ts'

/** A thread of which the acting member may read no mail is not there. */
export async function assertReadsThread(ctx: Ctx, threadId: string): Promise<void> {
  const { rows } = await sql`select from conversations.message m
    where m.workspace_id = ${ctx.actor.workspaceId} and m.thread_id = ${threadId} and ${readable(ctx)} limit 1`.execute(
    ctx.tx,
  )
  if (!rows[0]) throw notFound('thread')
}
