import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { openDays } from './threads/open-threads.ts'

/**
 * Threads with people that can be open at a moment: those with a mail from or to one of them shortly before, in a
 * mailbox of the acting member.
 */
export async function threadsWith(
  ctx: Ctx,
  personIds: readonly string[],
  at: Date = ctx.now,
): Promise<string[]> {
  const { workspaceId, memberId } = ctx.actor
  const since = new Date(at.getTime() - (openDays + 1) * 86_400_000)
  const { rows } = await sql<{ threadId: string }>`
    with mail as (
      select m.id, m.thread_id from people.address a
      join conversations.message m on m.workspace_id = a.workspace_id and m.from_address_id = a.id and m.sent_at >= ${since} and m.sent_at <= ${at}
      where a.workspace_id = ${workspaceId} and a.person_id = any(${personIds}::uuid[])
      union
      select m.id, m.thread_id from people.address a
      join conversations.message_party p on p.workspace_id = a.workspace_id and p.address_id = a.id and p.sent_at >= ${since} and p.sent_at <= ${at}
      join conversations.message m on m.workspace_id = p.workspace_id and m.id = p.message_id
      where a.workspace_id = ${workspaceId} and a.person_id = any(${personIds}::uuid[])
    )
    select distinct mail.thread_id from mail
    where exists (select from conversations.message_copy c where c.workspace_id = ${workspaceId} and c.message_id = mail.id and c.member_id = ${memberId})`.execute(
    ctx.tx,
  )
  return rows.map((row) => row.threadId)
}
