import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/** What Today needs to know of a member's mailboxes. */
export interface MailboxState {
  mailboxes: number
  /** Different mails in them. Counted from the imports' sums. */
  messages: number
  lastMailAt: Date | null
  hasSample: boolean
  /** The member's own addresses were said. */
  addresses: number
  /** An import that is being read, with what was found so far. */
  reading: { importId: string; found: number; bytesRead: number; bytesTotal: number } | null
}

/** The state of a member's mailboxes. */
export async function mailboxState(ctx: Ctx, memberId: string): Promise<MailboxState> {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<Omit<MailboxState, 'reading'>>`
    select (select count(*)::int from conversations.mailbox where workspace_id = ${workspaceId} and member_id = ${memberId}) as mailboxes,
      (select coalesce(sum(stored), 0)::int from conversations.mail_import where workspace_id = ${workspaceId} and member_id = ${memberId} and state <> 'undone') as messages,
      (select max(last_at) from conversations.thread_state where workspace_id = ${workspaceId} and member_id = ${memberId}) as last_mail_at,
      exists (select from conversations.mailbox where workspace_id = ${workspaceId} and member_id = ${memberId} and kind = 'sample') as has_sample,
      (select count(*)::int from conversations.own_address where workspace_id = ${workspaceId} and member_id = ${memberId} and role = 'self') as addresses`.execute(
    ctx.tx,
  )
  const { rows: reading } = await sql<{
    importId: string
    found: number
    bytesRead: string
    bytesTotal: string
  }>`
    select id as import_id, found, bytes_read, bytes_total from conversations.mail_import
    where workspace_id = ${workspaceId} and member_id = ${memberId} and state in ('waiting', 'reading') order by id desc limit 1`.execute(
    ctx.tx,
  )
  const state = rows[0] ?? { mailboxes: 0, messages: 0, lastMailAt: null, hasSample: false, addresses: 0 }
  const now = reading[0]
  return {
    ...state,
    reading: now
      ? {
          importId: now.importId,
          found: now.found,
          bytesRead: Number(now.bytesRead),
          bytesTotal: Number(now.bytesTotal),
        }
      : null,
  }
}
