import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/** What a line about a mail shows of it. */
export interface MailLine {
  id: string
  /** As in the mail's own header; the id here where it has none. */
  messageId: string
  newText: string
  asks: number
  alone: boolean
}

/** The mails behind lines, by id. */
export async function mailLines(ctx: Ctx, ids: readonly string[]): Promise<Map<string, MailLine>> {
  const { rows } = await sql<MailLine>`
    select id, coalesce(message_id, id::text) as message_id, left(new_text, 8000) as new_text, jsonb_array_length(asks) as asks, recipients = 1 as alone
    from conversations.message where workspace_id = ${ctx.actor.workspaceId} and id = any(${ids}::uuid[])`.execute(
    ctx.tx,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/**
 * Who said by an automatic answer that they are away, and until when: address to the day of return (YYYY-MM-DD), where
 * that is not long past (which day it is, is for the reader to say). Only answers that came by then are looked at.
 */
export async function awayUntil(
  ctx: Ctx,
  addresses: readonly string[],
  at: Date,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ address: string; day: string }>`
    select a.address, max(m.return_date)::text as day from people.address a
    join conversations.message m on m.workspace_id = a.workspace_id and m.from_address_id = a.id and m.kind = 'auto-reply'
      and m.return_date >= ${new Date(at.getTime() - 86_400_000)}::timestamptz::date and m.sent_at <= ${at}
    where a.workspace_id = ${ctx.actor.workspaceId} and a.address = any(${addresses}::text[]) group by 1`.execute(
    ctx.tx,
  )
  return new Map(rows.map((row) => [row.address, row.day]))
}

/** The newest mail in a member's mailboxes up to a moment; null where there is none. */
export async function lastMailAt(ctx: Ctx, memberId: string, at: Date): Promise<Date | null> {
  const { rows } = await sql<{ sentAt: Date }>`select m.sent_at from conversations.message m
    where m.workspace_id = ${ctx.actor.workspaceId} and m.sent_at <= ${at} and m.dated
      and exists (select from conversations.message_copy c where c.workspace_id = m.workspace_id and c.message_id = m.id and c.member_id = ${memberId})
    order by m.sent_at desc limit 1`.execute(ctx.tx)
  return rows[0]?.sentAt ?? null
}
