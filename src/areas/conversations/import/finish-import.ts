import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { writesInBulk } from '../../../platform/journal/bulk.ts'
import { peopleTouched } from '../facts.ts'
import { refreshThreadStates } from '../threads/state-of-threads.ts'
import { dropUploads } from './drop-uploads.ts'
import type { ImportRow } from './import-row.ts'
import { settlePeople } from './settle-people.ts'
import { takeTurns } from './take-turns.ts'

/**
 * What can be said only when all mails are here, and must not depend on their order: what people are called, which
 * addresses are one person's, each person's zone; and the import's last figures. Uploaded files go.
 */
export async function finishImport(ctx: Ctx, row: ImportRow): Promise<void> {
  const { workspaceId } = ctx.actor
  await takeTurns(ctx)
  await writesInBulk(ctx)
  const changed = await settlePeople(ctx, row.id, await addressesOn(ctx, row.id))
  await sql`update conversations.mail_import i set
      people = (select count(*) from people.person p where p.workspace_id = i.workspace_id and p.import_id = i.id),
      companies = (select count(*) from people.company c where c.workspace_id = i.workspace_id and c.import_id = i.id),
      threads = (select count(distinct m.thread_id) from conversations.message m where m.workspace_id = i.workspace_id and m.import_id = i.id)
    where i.workspace_id = ${workspaceId} and i.id = ${row.id}`.execute(ctx.tx)
  await dropUploads(ctx, row.source)
  await refreshNamedThreads(ctx, row)
  if (changed.length > 0)
    ctx.tell(peopleTouched, { memberId: row.memberId, personIds: changed }, row.memberId)
}

/** All addresses on the mails that an import found, new or not. */
async function addressesOn(ctx: Ctx, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with mail as (select distinct message_id as id from conversations.message_copy where workspace_id = ${ctx.actor.workspaceId} and import_id = ${importId})
    select m.from_address_id as id from mail join conversations.message m on m.workspace_id = ${ctx.actor.workspaceId} and m.id = mail.id where m.from_address_id is not null
    union
    select p.address_id from mail join conversations.message_party p on p.workspace_id = ${ctx.actor.workspaceId} and p.message_id = mail.id`.execute(
    ctx.tx,
  )
  return rows.map((row) => row.id)
}

/**
 * A mail to several asks whom it names, and by which names the member goes is known only now: states that hang on names
 * are computed once more.
 */
async function refreshNamedThreads(ctx: Ctx, row: ImportRow): Promise<void> {
  const { rows } = await sql<{ threadId: string }>`select distinct thread_id from conversations.message
    where workspace_id = ${ctx.actor.workspaceId} and import_id = ${row.id} and recipients > 1 and asks <> '[]' and addressed_names <> '[]'`.execute(
    ctx.tx,
  )
  const ids = rows.map((each) => each.threadId)
  for (let at = 0; at < ids.length; at += 500)
    await refreshThreadStates(ctx, row.memberId, ids.slice(at, at + 500))
}
