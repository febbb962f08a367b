import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'

/** The members whose mailboxes hold mails of these threads: one member's mail can join threads of another's. */
export async function holdersOf(ctx: Ctx, threads: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ memberId: string }>`select distinct c.member_id from conversations.message m
    join conversations.message_copy c on c.workspace_id = m.workspace_id and c.message_id = m.id
    where m.workspace_id = ${ctx.actor.workspaceId} and m.thread_id = any(${threads}::uuid[])`.execute(ctx.tx)
  return rows.map((row) => row.memberId)
}
