import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { writesInBulk } from '../../../platform/journal/bulk.ts'
import { forgetImportedPeople } from '../../people/door.ts'
import { importMoved, mailReread } from '../facts.ts'
import { refreshThreadStates } from '../threads/state-of-threads.ts'
import type { ImportRow } from './import-row.ts'

/**
 * Undoes an import by its id: its copies go; a message without any copy goes with its text and source; one that also
 * lies in another import's folder stays. Threads are counted again, people who came with it and stand on no other mail
 * go, and everything derived is computed again. The import's row stays for ever, as undone.
 */
export async function takeImportBack(
  ctx: Ctx,
  row: ImportRow,
): Promise<{ messages: number; people: number; peopleKept: number }> {
  const { workspaceId } = ctx.actor
  await writesInBulk(ctx)
  const { rows: gone } = await sql<{ messageId: string }>`
    with removed as (delete from conversations.message_copy where workspace_id = ${workspaceId} and import_id = ${row.id} returning message_id)
    select distinct message_id from removed`.execute(ctx.tx)
  const { rows: removed } = await sql<{ threadId: string }>`
    with orphan as (delete from conversations.message m where m.workspace_id = ${workspaceId} and m.id = any(${gone.map((each) => each.messageId)}::uuid[])
      and not exists (select from conversations.message_copy c where c.workspace_id = m.workspace_id and c.message_id = m.id)
      returning thread_id)
    select thread_id from orphan`.execute(ctx.tx)
  await sql`update conversations.message m set import_id = c.import_id from conversations.message_copy c
    where m.workspace_id = ${workspaceId} and m.import_id = ${row.id} and c.workspace_id = m.workspace_id and c.message_id = m.id`.execute(
    ctx.tx,
  )
  const threads = [...new Set(removed.map((each) => each.threadId))]
  await sql`delete from conversations.thread t where t.workspace_id = ${workspaceId} and t.id = any(${threads}::uuid[])
    and not exists (select from conversations.message m where m.workspace_id = t.workspace_id and m.thread_id = t.id)`.execute(
    ctx.tx,
  )
  await sql`delete from conversations.thread_anchor a where a.workspace_id = ${workspaceId} and a.thread_id = any(${threads}::uuid[])
    and not exists (select from conversations.thread t where t.workspace_id = a.workspace_id and t.id = a.thread_id)`.execute(
    ctx.tx,
  )
  await sql`update conversations.thread t set messages = n.messages, first_at = n.first_at, last_at = n.last_at
    from (select thread_id, count(*)::int as messages, min(sent_at) as first_at, max(sent_at) as last_at from conversations.message
      where workspace_id = ${workspaceId} and thread_id = any(${threads}::uuid[]) group by 1) n
    where t.workspace_id = ${workspaceId} and t.id = n.thread_id`.execute(ctx.tx)
  await refreshThreadStates(ctx, row.memberId, threads)
  await sql`delete from conversations.unreadable where workspace_id = ${workspaceId} and import_id = ${row.id}`.execute(
    ctx.tx,
  )
  const { rows: used } = await sql<{ addressId: string }>`
    select a.id as address_id from people.address a where a.workspace_id = ${workspaceId} and a.import_id = ${row.id}
      and (exists (select from conversations.message m where m.workspace_id = a.workspace_id and m.from_address_id = a.id)
        or exists (select from conversations.message_party p where p.workspace_id = a.workspace_id and p.address_id = a.id))`.execute(
    ctx.tx,
  )
  const people = await forgetImportedPeople(
    ctx,
    row.id,
    used.map((each) => each.addressId),
  )
  await sql`update conversations.mail_import set state = 'undone', finished_at = ${ctx.now}
    where workspace_id = ${workspaceId} and id = ${row.id}`.execute(ctx.tx)
  ctx.tell(importMoved, { importId: row.id, mailboxId: row.mailboxId, state: 'undone' }, row.memberId)
  ctx.tell(mailReread, { memberId: row.memberId }, row.memberId)
  return { messages: removed.length, people: people.removed, peopleKept: people.kept }
}
