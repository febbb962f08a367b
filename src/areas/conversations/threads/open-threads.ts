import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { loadThreadMails } from './load-thread-mails.ts'
import { type ThreadState, threadState } from './thread-state.ts'
import { whoAmI } from './who-am-i.ts'
import { withNames } from './with-names.ts'

/** An ask lapses after this many days (thread-state.ts): nothing older can be open. */
export const openDays = 30

export interface OpenThread {
  threadId: string
  subject: string
  state: ThreadState
}

/**
 * The exact state of threads at a moment, by the rules alone: nothing later than `at` is looked at. Without `threadIds`:
 * all that can be open then, which are those with an ask in the days before. A member's own word (`closeThread`) stands
 * until somebody writes again.
 */
export async function openThreads(
  ctx: Ctx,
  memberId: string,
  at: Date,
  threadIds?: readonly string[],
): Promise<Map<string, OpenThread>> {
  const ids = threadIds ?? (await threadsWithAsks(ctx, memberId, at))
  const me = await whoAmI(ctx, memberId)
  const threads = await loadThreadMails(ctx, memberId, ids, me, at)
  const { rows: heads } = await sql<{ id: string; subject: string; choseAt: Date | null }>`
    select t.id, t.subject, c.at as chose_at from conversations.thread t
    left join conversations.thread_choice c on c.workspace_id = t.workspace_id and c.thread_id = t.id and c.member_id = ${memberId} and c.at <= ${at}
    where t.workspace_id = ${ctx.actor.workspaceId} and t.id = any(${[...threads.keys()]}::uuid[])`.execute(
    ctx.tx,
  )
  const open = new Map<string, OpenThread>()
  for (const head of heads) {
    const mails = threads.get(head.id) ?? []
    const last = mails.at(-1)
    const decided = head.choseAt !== null && last !== undefined && last.at <= head.choseAt
    const state = threadState(mails, me, at)
    open.set(head.id, {
      threadId: head.id,
      subject: head.subject,
      state: decided
        ? { ...state, state: 'needs-no-reply', rule: 'decided', because: 'you said that it needs no reply' }
        : state,
    })
  }
  return withNames(ctx, open, threads)
}

/** Threads in this member's mailboxes with an ask in the thirty days before a moment. */
async function threadsWithAsks(ctx: Ctx, memberId: string, at: Date): Promise<string[]> {
  const since = new Date(at.getTime() - openDays * 86_400_000)
  const { rows } = await sql<{ threadId: string }>`select distinct m.thread_id from conversations.message m
    where m.workspace_id = ${ctx.actor.workspaceId} and m.sent_at >= ${since} and m.sent_at <= ${at} and m.kind = 'human' and m.asks <> '[]'
      and exists (select from conversations.message_copy c where c.workspace_id = m.workspace_id and c.message_id = m.id and c.member_id = ${memberId})`.execute(
    ctx.tx,
  )
  return rows.map((row) => row.threadId)
}
