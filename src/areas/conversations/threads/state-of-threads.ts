import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { insertRows } from '../../../platform/db/insert-rows.ts'
import { loadThreadMails } from './load-thread-mails.ts'
import { threadState } from './thread-state.ts'
import { whoAmI } from './who-am-i.ts'

/**
 * Computes the states of threads for a member, as they stand right after each thread's last mail. What time does to a
 * state (an ask that lapses) is for the reader: see open-threads.ts.
 */
export async function refreshThreadStates(
  ctx: Ctx,
  memberId: string,
  threadIds: readonly string[],
): Promise<void> {
  if (threadIds.length === 0) return
  const { workspaceId } = ctx.actor
  const me = await whoAmI(ctx, memberId)
  const threads = await loadThreadMails(ctx, memberId, threadIds, me)
  const rows = [...threads].flatMap(([threadId, mails]) => {
    const lastAt = mails.at(-1)?.at
    return lastAt ? [{ threadId, lastAt, state: threadState(mails, me, lastAt) }] : []
  })
  await insertRows(
    ctx.tx,
    'conversations.thread_state',
    workspaceId,
    {
      member_id: { type: 'uuid', values: rows.map(() => memberId) },
      thread_id: { type: 'uuid', values: rows.map((row) => row.threadId) },
      state: { type: 'text', values: rows.map((row) => row.state.state) },
      rule: { type: 'text', values: rows.map((row) => row.state.rule) },
      because: { type: 'text', values: rows.map((row) => row.state.because) },
      since: { type: 'timestamptz', values: rows.map((row) => row.state.since) },
      message_id: { type: 'uuid', values: rows.map((row) => row.state.messageId) },
      person_address: { type: 'text', values: rows.map((row) => row.state.personAddress) },
      quote: { type: 'text', values: rows.map((row) => row.state.quote) },
      quote_start: { type: 'int4', values: rows.map((row) => row.state.quoteStart) },
      quote_end: { type: 'int4', values: rows.map((row) => row.state.quoteEnd) },
      last_at: { type: 'timestamptz', values: rows.map((row) => row.lastAt) },
    },
    `(workspace_id, member_id, thread_id) do update set state = excluded.state, rule = excluded.rule, because = excluded.because,
      since = excluded.since, message_id = excluded.message_id, person_address = excluded.person_address, quote = excluded.quote,
      quote_start = excluded.quote_start, quote_end = excluded.quote_end, last_at = excluded.last_at`,
  )
  const gone = threadIds.filter((id) => !threads.has(id))
  if (gone.length > 0)
    await sql`delete from conversations.thread_state where workspace_id = ${workspaceId} and member_id = ${memberId}
      and thread_id = any(${gone}::uuid[])`.execute(ctx.tx)
}
