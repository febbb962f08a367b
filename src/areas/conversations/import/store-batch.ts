import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { insertRows } from '../../../platform/db/insert-rows.ts'
import { writesInBulk } from '../../../platform/journal/bulk.ts'
import { newId } from '../../../platform/new-id.ts'
import { meetAddresses } from '../../people/door.ts'
import { peopleTouched } from '../facts.ts'
import { refreshThreadStates } from '../threads/state-of-threads.ts'
import { countThreads } from './count-threads.ts'
import { foldersNamed } from './folders-named.ts'
import { holdersOf } from './holders-of.ts'
import { insertCopies, insertMessages } from './insert-messages.ts'
import type { BatchMail, ImportHead, Placed } from './mail-batch.ts'
import { ownOfAll } from './own-of-all.ts'
import { placeInThreads } from './place-in-threads.ts'
import { seenAddresses } from './seen-addresses.ts'
import { type SortedBatch, sortBatch } from './sort-batch.ts'
import { takeTurns } from './take-turns.ts'

/**
 * Stores a batch of mails and all that follows from them in one transaction, the import's sums and its place in the
 * source among it: killed at any instant, a batch is in whole or not at all, and nothing is counted twice.
 */
export async function storeBatch(
  ctx: Ctx,
  head: ImportHead,
  batch: readonly BatchMail[],
  seconds: number,
): Promise<void> {
  const last = batch.at(-1)
  if (!last) return
  await takeTurns(ctx)
  await writesInBulk(ctx)
  const folders = await foldersNamed(
    ctx,
    head.mailboxId,
    batch.map((each) => each.raw.folder),
  )
  const sorted = await sortBatch(ctx, batch)
  const own = await ownOfAll(ctx)
  const met = await meetAddresses(ctx, seenAddresses(sorted.fresh, own), head.importId, own)
  const placement = await placeInThreads(ctx, sorted.fresh)
  await insertMessages(ctx, head, sorted.fresh, placement, met)
  await insertCopies(ctx, head, sorted.placed, folders)
  await keepUnreadable(ctx, head, sorted.unreadable, folders)
  await countThreads(ctx, placement.threads)
  const threads = await threadsOfCopies(ctx, sorted.placed, placement.threads)
  for (const memberId of await holdersOf(ctx, threads)) await refreshThreadStates(ctx, memberId, threads)
  await count(ctx, head, sorted, folders, last, seconds)
  const personIds = await peopleOf(ctx, threads)
  if (personIds.length > 0) ctx.tell(peopleTouched, { memberId: head.memberId, personIds }, head.memberId)
}

async function keepUnreadable(
  ctx: Ctx,
  head: ImportHead,
  unreadable: readonly BatchMail[],
  folders: ReadonlyMap<string, string>,
) {
  await insertRows(ctx.tx, 'conversations.unreadable', ctx.actor.workspaceId, {
    id: { type: 'uuid', values: unreadable.map(() => newId(ctx.now.getTime())) },
    import_id: { type: 'uuid', values: unreadable.map(() => head.importId) },
    folder_id: { type: 'uuid', values: unreadable.map((each) => folders.get(each.raw.folder)) },
    position: { type: 'int4', values: unreadable.map((each) => each.raw.position) },
    reason: { type: 'text', values: unreadable.map((each) => each.reason) },
    size: { type: 'int4', values: unreadable.map((each) => each.raw.raw.length) },
    source: { type: 'bytea', values: unreadable.map((each) => each.raw.raw) },
  })
}

/** Threads whose mails this member now holds, a mail that a colleague's mailbox brought before among them. */
async function threadsOfCopies(
  ctx: Ctx,
  placed: readonly Placed[],
  threads: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ threadId: string }>`select distinct thread_id from conversations.message
    where workspace_id = ${ctx.actor.workspaceId} and id = any(${placed.map((each) => each.messageId)}::uuid[])`.execute(
    ctx.tx,
  )
  return [...new Set([...threads, ...rows.map((row) => row.threadId)])]
}

/**
 * Everyone who stands on a mail of these threads: a new mail changes what the older ones mean too, who began a thread
 * and whether the member takes part in it.
 */
async function peopleOf(ctx: Ctx, threads: readonly string[]): Promise<string[]> {
  const { workspaceId } = ctx.actor
  // step by step, so that no plan can go wrong where the workspace's size is not known yet
  const { rows: mails } = await sql<{
    id: string
    from: string | null
  }>`select id, from_address_id as from from conversations.message
    where workspace_id = ${workspaceId} and thread_id = any(${threads}::uuid[])`.execute(ctx.tx)
  const { rows: parties } = await sql<{
    id: string
  }>`select distinct address_id as id from conversations.message_party
    where workspace_id = ${workspaceId} and message_id = any(${mails.map((each) => each.id)}::uuid[])`.execute(
    ctx.tx,
  )
  const addresses = new Set([...mails.flatMap((each) => each.from ?? []), ...parties.map((each) => each.id)])
  const { rows } = await sql<{ personId: string }>`select distinct person_id from people.address
    where workspace_id = ${workspaceId} and id = any(${[...addresses]}::uuid[]) and person_id is not null`.execute(
    ctx.tx,
  )
  return rows.map((row) => row.personId)
}

interface Sums {
  found: number
  stored: number
  duplicates: number
  skipped: Record<string, number>
}

async function count(
  ctx: Ctx,
  head: ImportHead,
  sorted: SortedBatch,
  folders: ReadonlyMap<string, string>,
  last: BatchMail,
  seconds: number,
): Promise<void> {
  const { workspaceId } = ctx.actor
  const all = sums(sorted)
  await sql`update conversations.mail_import set found = found + ${all.found}, stored = stored + ${all.stored},
      duplicates = duplicates + ${all.duplicates}, skipped = ${added(all.skipped)}, checkpoint = ${JSON.stringify(last.raw.checkpoint)}::jsonb,
      bytes_read = ${last.raw.bytesRead}, seconds = seconds + ${seconds}, beat_at = ${ctx.now}
    where workspace_id = ${workspaceId} and id = ${head.importId}`.execute(ctx.tx)
  for (const [name, folderId] of folders) {
    const one = sums({
      fresh: [],
      placed: sorted.placed.filter((each) => each.raw.folder === name),
      unreadable: sorted.unreadable.filter((each) => each.raw.folder === name),
    })
    if (one.found === 0) continue
    await sql`insert into conversations.import_folder as f (workspace_id, import_id, folder_id, found, stored, duplicates, skipped)
      values (${workspaceId}, ${head.importId}, ${folderId}, ${one.found}, ${one.stored}, ${one.duplicates}, ${JSON.stringify(one.skipped)}::jsonb)
      on conflict (workspace_id, import_id, folder_id) do update set found = f.found + excluded.found, stored = f.stored + excluded.stored,
        duplicates = f.duplicates + excluded.duplicates, skipped = ${sql`(select coalesce(jsonb_object_agg(k, n), '{}') from (
          select k, sum(n)::int as n from (select key as k, value::int as n from jsonb_each_text(f.skipped) union all select key, value::int from jsonb_each_text(excluded.skipped)) b group by k) s)`}`.execute(
      ctx.tx,
    )
  }
}

const added = (more: Record<string, number>) => sql`(select coalesce(jsonb_object_agg(k, n), '{}') from (
  select k, sum(n)::int as n from (select key as k, value::int as n from jsonb_each_text(skipped)
    union all select key, value::int from jsonb_each_text(${JSON.stringify(more)}::jsonb)) b group by k) s)`

function sums({ placed, unreadable }: SortedBatch): Sums {
  const skipped: Record<string, number> = {}
  for (const each of unreadable) {
    const reason = each.reason ?? 'could not be read'
    skipped[reason] = (skipped[reason] ?? 0) + 1
  }
  const stored = placed.filter((each) => each.stored).length
  return { found: placed.length + unreadable.length, stored, duplicates: placed.length - stored, skipped }
}
