import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { writesInBulk } from '../../../platform/journal/bulk.ts'
import { joinSamePeople, learnZones } from '../../people/door.ts'
import { peopleTouched } from '../facts.ts'
import { refreshThreadStates } from '../threads/state-of-threads.ts'
import type { ImportRow } from './import-row.ts'

/**
 * What can be said only when all mails are here, and must not depend on their order: which addresses are one person's,
 * each person's zone; and the import's last figures. Uploaded files go.
 */
export async function finishImport(ctx: Ctx, row: ImportRow): Promise<void> {
  const { workspaceId } = ctx.actor
  await writesInBulk(ctx)
  const joined = await joinSamePeople(ctx, row.id)
  await learnZones(ctx, await zonesOfWriters(ctx, row.id))
  await sql`update conversations.mail_import i set
      people = (select count(*) from people.person p where p.workspace_id = i.workspace_id and p.import_id = i.id),
      companies = (select count(*) from people.company c where c.workspace_id = i.workspace_id and c.import_id = i.id),
      threads = (select count(distinct m.thread_id) from conversations.message m where m.workspace_id = i.workspace_id and m.import_id = i.id)
    where i.workspace_id = ${workspaceId} and i.id = ${row.id}`.execute(ctx.tx)
  if ('uploads' in row.source)
    await sql`delete from conversations.upload where workspace_id = ${workspaceId} and id = any(${row.source.uploads}::uuid[])`.execute(
      ctx.tx,
    )
  await refreshNamedThreads(ctx, row)
  if (joined.length > 0) ctx.tell(peopleTouched, { memberId: row.memberId, personIds: joined }, row.memberId)
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

/** Where the people who wrote these mails are: the zone in the date of their newest mail. */
async function zonesOfWriters(
  ctx: Ctx,
  importId: string,
): Promise<{ personId: string; zoneMinutes: number }[]> {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<{ personId: string; zoneMinutes: number }>`
    select distinct on (a.person_id) a.person_id, m.zone_minutes from people.address a
    join conversations.message m on m.workspace_id = a.workspace_id and m.from_address_id = a.id and m.zone_minutes is not null and m.dated
    where a.workspace_id = ${workspaceId} and a.person_id in (
      select f.person_id from conversations.message n join people.address f on f.workspace_id = n.workspace_id and f.id = n.from_address_id
      where n.workspace_id = ${workspaceId} and n.import_id = ${importId})
    order by a.person_id, m.sent_at desc, m.id desc`.execute(ctx.tx)
  return rows
}
