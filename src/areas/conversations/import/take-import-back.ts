import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { writesInBulk } from '../../../platform/journal/bulk.ts'
import { forgetImportedPeople } from '../../people/door.ts'
import { importMoved, mailReread, peopleTouched } from '../facts.ts'
import { refreshThreadStates } from '../threads/state-of-threads.ts'
import { countThreads } from './count-threads.ts'
import { dropUploads } from './drop-uploads.ts'
import { holdersOf } from './holders-of.ts'
import type { ImportRow } from './import-row.ts'
import { peopleWithNotes } from './people-with-notes.ts'
import { settlePeople } from './settle-people.ts'
import { takeTurns } from './take-turns.ts'
import { threadAgain } from './thread-again.ts'

/**
 * Undoes an import by its id: its copies go; a message without any copy goes with its text and source; one that another
 * import found too stays, as if only that one had ever brought it. Threads, people and all that is derived are made
 * again from the mails that are left. The import's row stays for ever, as undone.
 */
export async function takeImportBack(
  ctx: Ctx,
  row: ImportRow,
): Promise<{ messages: number; people: number; peopleKept: number }> {
  const { workspaceId } = ctx.actor
  await takeTurns(ctx)
  await writesInBulk(ctx)
  const { rows: lost } = await sql<{ messageId: string }>`
    with removed as (delete from conversations.message_copy where workspace_id = ${workspaceId} and import_id = ${row.id} returning message_id)
    select distinct message_id from removed`.execute(ctx.tx)
  const messageIds = lost.map((each) => each.messageId)
  const { rows: left } = await sql<{ threadId: string }>`select distinct thread_id from conversations.message
    where workspace_id = ${workspaceId} and id = any(${messageIds}::uuid[])`.execute(ctx.tx)
  const addresses = await addressesOf(ctx, messageIds)
  const { rows: removed } = await sql<{ threadId: string }>`
    with orphan as (delete from conversations.message m where m.workspace_id = ${workspaceId} and m.id = any(${messageIds}::uuid[])
      and not exists (select from conversations.message_copy c where c.workspace_id = m.workspace_id and c.message_id = m.id)
      returning thread_id)
    select thread_id from orphan`.execute(ctx.tx)
  await sql`update conversations.message m set import_id = (select min(c.import_id::text)::uuid from conversations.message_copy c
      where c.workspace_id = m.workspace_id and c.message_id = m.id)
    where m.workspace_id = ${workspaceId} and m.import_id = ${row.id}`.execute(ctx.tx)
  const threads = await threadsLeft(
    ctx,
    removed.map((each) => each.threadId),
  )
  const touched = [...new Set([...threads, ...left.map((each) => each.threadId)])]
  await sql`delete from conversations.unreadable where workspace_id = ${workspaceId} and import_id = ${row.id}`.execute(
    ctx.tx,
  )
  await dropUploads(ctx, row.source)
  const people = await peopleLeft(ctx, row, addresses)
  for (const memberId of new Set([row.memberId, ...(await holdersOf(ctx, touched))]))
    await refreshThreadStates(ctx, memberId, touched)
  await sql`update conversations.mail_import set state = 'undone', finished_at = ${ctx.now}
    where workspace_id = ${workspaceId} and id = ${row.id}`.execute(ctx.tx)
  ctx.tell(importMoved, { importId: row.id, mailboxId: row.mailboxId, state: 'undone' }, row.memberId)
  ctx.tell(mailReread, { memberId: row.memberId }, row.memberId)
  return { messages: removed.length, people: people.removed, peopleKept: people.kept }
}

/** All addresses on these mails. */
async function addressesOf(ctx: Ctx, messageIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select from_address_id as id from conversations.message
    where workspace_id = ${ctx.actor.workspaceId} and id = any(${messageIds}::uuid[]) and from_address_id is not null
    union select address_id from conversations.message_party where workspace_id = ${ctx.actor.workspaceId} and message_id = any(${messageIds}::uuid[])`.execute(
    ctx.tx,
  )
  return rows.map((each) => each.id)
}

/** Of threads that lost mails: empty ones go, the others are taken apart where those mails held them together. */
async function threadsLeft(ctx: Ctx, lost: readonly string[]): Promise<string[]> {
  const { workspaceId } = ctx.actor
  const all = [...new Set(lost)]
  await sql`delete from conversations.thread t where t.workspace_id = ${workspaceId} and t.id = any(${all}::uuid[])
    and not exists (select from conversations.message m where m.workspace_id = t.workspace_id and m.thread_id = t.id)`.execute(
    ctx.tx,
  )
  await sql`delete from conversations.thread_anchor a where a.workspace_id = ${workspaceId} and a.thread_id = any(${all}::uuid[])
    and not exists (select from conversations.thread t where t.workspace_id = a.workspace_id and t.id = a.thread_id)`.execute(
    ctx.tx,
  )
  const { rows } = await sql<{ id: string }>`select id from conversations.thread
    where workspace_id = ${workspaceId} and id = any(${all}::uuid[])`.execute(ctx.tx)
  const threads = await threadAgain(
    ctx,
    rows.map((each) => each.id),
  )
  await countThreads(ctx, threads)
  return threads
}

/**
 * Who came with the import and stands on no other mail goes; whom another import knows too is that one's from now on,
 * and what they are called is said again without this import's mails.
 */
async function peopleLeft(ctx: Ctx, row: ImportRow, addressIds: readonly string[]) {
  const { workspaceId } = ctx.actor
  const { rows: used } = await sql<{ addressId: string; importId: string }>`
    select a.id as address_id, (select min(x.import_id::text) from (
        select m.import_id from conversations.message m where m.workspace_id = a.workspace_id and m.from_address_id = a.id
        union select m.import_id from conversations.message_party p join conversations.message m on m.workspace_id = p.workspace_id and m.id = p.message_id
          where p.workspace_id = a.workspace_id and p.address_id = a.id) x) as import_id
    from people.address a where a.workspace_id = ${workspaceId} and a.id = any(${addressIds}::uuid[])`.execute(
    ctx.tx,
  )
  const stays = used.filter((each) => each.importId !== null)
  const people = await forgetImportedPeople(ctx, row.id, stays, [...(await peopleWithNotes(ctx))])
  const changed = await settlePeople(
    ctx,
    row.id,
    stays.map((each) => each.addressId),
  )
  if (changed.length > 0)
    ctx.tell(peopleTouched, { memberId: row.memberId, personIds: changed }, row.memberId)
  return people
}
