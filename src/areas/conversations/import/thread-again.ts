import { zstdDecompressSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { insertRows } from '../../../platform/db/insert-rows.ts'
import { newId } from '../../../platform/new-id.ts'
import { judge } from '../judging/judge.ts'
import { readMail } from '../reading/read-mail.ts'
import { anchorsOf } from '../threads/anchors.ts'
import { type GroupedMail, threadGroups } from '../threads/thread-groups.ts'
import { anchorKey } from './place-in-threads.ts'

/** Longer threads are left as they are: a list's longest, which one mail less hardly takes apart. */
const mostMails = 2000

/**
 * Threads that lost mails: what only those held together comes apart, and an anchor that only they bore leads nowhere
 * any more. Reads the mails that are left once more from their sources. Answers the threads there are now.
 */
export async function threadAgain(ctx: Ctx, threads: readonly string[]): Promise<string[]> {
  const now = [...threads]
  for (const threadId of threads) now.push(...(await takeApart(ctx, threadId)))
  return now
}

async function takeApart(ctx: Ctx, threadId: string): Promise<string[]> {
  const { workspaceId } = ctx.actor
  const mails: GroupedMail[] = []
  const { rows } = await sql<{ id: string }>`select id from conversations.message
    where workspace_id = ${workspaceId} and thread_id = ${threadId} order by sent_at, id limit ${mostMails + 1}`.execute(
    ctx.tx,
  )
  if (rows.length > mostMails) return []
  for (const { id } of rows) {
    const { rows: sources } = await sql<{ source: Buffer }>`select source from conversations.message_source
      where workspace_id = ${workspaceId} and message_id = ${id}`.execute(ctx.tx)
    const source = sources[0]?.source
    if (!source) continue
    const mail = await readMail(zstdDecompressSync(source))
    mails.push({ id, mail: { ...mail, attachments: [], html: null }, judgement: judge(mail) })
  }
  const groups = threadGroups(mails)
  const homes = groups.map((ids, at) => ({
    threadId: at === 0 ? threadId : newId(ctx.now.getTime()),
    mails: mails.filter((each) => ids.includes(each.id)),
  }))
  const made = homes.slice(1)
  await insertRows(ctx.tx, 'conversations.thread', workspaceId, {
    id: { type: 'uuid', values: made.map((each) => each.threadId) },
    subject: { type: 'text', values: made.map(() => '') },
  })
  for (const home of made)
    await sql`update conversations.message set thread_id = ${home.threadId}
      where workspace_id = ${workspaceId} and id = any(${home.mails.map((each) => each.id)}::uuid[])`.execute(
      ctx.tx,
    )
  await sql`delete from conversations.thread_anchor where workspace_id = ${workspaceId} and thread_id = ${threadId}`.execute(
    ctx.tx,
  )
  const anchors = homes.flatMap((home) =>
    home.mails.flatMap(({ mail }) =>
      anchorsOf(mail).map((anchor) => ({ key: anchorKey(anchor), threadId: home.threadId })),
    ),
  )
  await insertRows(
    ctx.tx,
    'conversations.thread_anchor',
    workspaceId,
    {
      anchor: { type: 'bytea', values: anchors.map((each) => each.key) },
      thread_id: { type: 'uuid', values: anchors.map((each) => each.threadId) },
    },
    '(workspace_id, anchor) do nothing',
  )
  return made.map((each) => each.threadId)
}
