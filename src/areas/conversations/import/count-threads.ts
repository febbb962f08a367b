import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'

/**
 * Says of threads how many mails they have, from when to when, and what they are about: their first mail's subject. A
 * mail without a date that can be trusted says nothing of when, unless there is no other.
 */
export async function countThreads(ctx: Ctx, threads: readonly string[]): Promise<void> {
  await sql`update conversations.thread t set first_at = n.first_at, last_at = n.last_at, messages = n.messages, subject = n.subject
    from (select m.thread_id, coalesce(min(m.sent_at) filter (where m.dated), min(m.sent_at)) as first_at,
        coalesce(max(m.sent_at) filter (where m.dated), max(m.sent_at)) as last_at, count(*)::int as messages,
        (array_agg(m.subject order by not m.dated, m.sent_at, m.id))[1] as subject
      from conversations.message m where m.workspace_id = ${ctx.actor.workspaceId} and m.thread_id = any(${threads}::uuid[]) group by 1) n
    where t.workspace_id = ${ctx.actor.workspaceId} and t.id = n.thread_id`.execute(ctx.tx)
}
