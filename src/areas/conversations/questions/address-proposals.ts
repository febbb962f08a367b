import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '../../../platform/context.ts'
import { isSentFolder } from '../owner-proposals.ts'

export const proposal = z.object({
  address: z.string(),
  mails: z.number(),
  proposal: z.enum(['self', 'assistant', 'other']),
  because: z.string(),
})

/** A folder holds sent mail when it is named so, or when this share of it was written by the member. */
const sentShare = 0.9
/** So many mails by another address in such folders, and this share of them, are worth asking about. */
const worthAsking = 2
const worthShare = 0.02
const mostAsked = 12

/**
 * Addresses that write from a member's sent folders without being known as the member's: the member's own under another
 * form, an assistant who writes for them, or a second person whose mail lies in the same mailbox. Only asked, never assumed.
 */
export async function addressProposals(ctx: Ctx, mailboxId: string): Promise<z.infer<typeof proposal>[]> {
  const { workspaceId, memberId } = ctx.actor
  const named = await bearingOwnName(ctx, mailboxId)
  const folders = await sentFolders(ctx, mailboxId)
  if (folders.length === 0) return named
  const all = folders.reduce((sum, each) => sum + each.mails, 0)
  const { rows } = await sql<{ address: string; mails: number; folderIds: string[]; sameName: boolean }>`
    with wrote as (
      select m.from_address_id as address_id, count(distinct m.id)::int as mails, array_agg(distinct c.folder_id) as folder_ids
      from conversations.message_copy c join conversations.message m on m.workspace_id = c.workspace_id and m.id = c.message_id
      where c.workspace_id = ${workspaceId} and c.folder_id = any(${folders.map((each) => each.id)}::uuid[]) and m.from_address_id is not null group by 1
    )
    select a.address, w.mails, w.folder_ids,
      exists (select from conversations.own o join people.address oa on oa.workspace_id = o.workspace_id and oa.id = o.address_id
        where o.workspace_id = a.workspace_id and o.member_id = ${memberId} and o.role = 'self' and lower(oa.name) = lower(a.name) and a.name <> '') as same_name
    from wrote w join people.address a on a.workspace_id = ${workspaceId} and a.id = w.address_id
    where not exists (select from conversations.own_address o where o.workspace_id = a.workspace_id and o.member_id = ${memberId} and o.address = a.address)
      and w.mails >= ${Math.max(worthAsking, Math.ceil(all * worthShare))}
    order by w.mails desc, a.address limit ${mostAsked}`.execute(ctx.tx)
  const byId = new Map(folders.map((each) => [each.id, each]))
  const wrote = rows.map((row): z.infer<typeof proposal> => {
    const inWhat = row.folderIds.flatMap((id) => byId.get(id) ?? [])
    const name = inWhat
      .map((each) => each.name)
      .sort()
      .slice(0, 2)
      .join(' and ')
    const beside = inWhat.some((each) => each.mine > 0)
    return {
      address: row.address,
      mails: row.mails,
      proposal: row.sameName ? 'self' : beside ? 'assistant' : 'other',
      because: row.sameName
        ? `it bears your name, and wrote ${row.mails} mails in ${name}`
        : beside
          ? `it wrote ${row.mails} mails in ${name}, where what you sent lies`
          : `it wrote ${row.mails} mails in ${name}, and you none`,
    }
  })
  const asked = new Set(wrote.map((each) => each.address))
  return [...wrote, ...named.filter((each) => !asked.has(each.address))].slice(0, mostAsked)
}

/** Addresses that bear the member's own full name, whether they write or are written to: former and other ones of theirs. */
async function bearingOwnName(ctx: Ctx, mailboxId: string): Promise<z.infer<typeof proposal>[]> {
  const { workspaceId, memberId } = ctx.actor
  const { rows: names } = await sql<{
    name: string
  }>`select distinct lower(a.name) as name from conversations.own_address o
    join people.address a on a.workspace_id = o.workspace_id and a.address = o.address
    where o.workspace_id = ${workspaceId} and o.member_id = ${memberId} and o.role = 'self' and a.name like '% %'`.execute(
    ctx.tx,
  )
  if (names.length === 0) return []
  const { rows } = await sql<{ address: string; mails: number }>`
    select a.address, (select count(*)::int from (
        select m.id from conversations.message m where m.workspace_id = a.workspace_id and m.from_address_id = a.id
        union select p.message_id from conversations.message_party p where p.workspace_id = a.workspace_id and p.address_id = a.id) x
      where exists (select from conversations.message_copy c where c.workspace_id = a.workspace_id and c.message_id = x.id and c.mailbox_id = ${mailboxId})) as mails
    from people.address a where a.workspace_id = ${workspaceId} and lower(a.name) = any(${names.map((each) => each.name)}::text[])
      and not exists (select from conversations.own_address o where o.workspace_id = a.workspace_id and o.member_id = ${memberId} and o.address = a.address)
    order by mails desc, a.address limit ${mostAsked}`.execute(ctx.tx)
  return rows
    .filter((row) => row.mails >= worthAsking)
    .map((row) => ({
      ...row,
      proposal: 'self' as const,
      because: `it bears your name, and stands on ${row.mails} mails`,
    }))
}

interface SentFolder {
  id: string
  name: string
  mails: number
  mine: number
}

/** The mailbox's folders of sent mail. */
async function sentFolders(ctx: Ctx, mailboxId: string): Promise<SentFolder[]> {
  const { rows } = await sql<SentFolder>`
    select f.id, f.name, count(distinct m.id)::int as mails, count(distinct m.id) filter (where o.address_id is not null)::int as mine
    from conversations.folder f join conversations.message_copy c on c.workspace_id = f.workspace_id and c.folder_id = f.id
    join conversations.message m on m.workspace_id = c.workspace_id and m.id = c.message_id
    left join conversations.own o on o.workspace_id = m.workspace_id and o.member_id = ${ctx.actor.memberId} and o.address_id = m.from_address_id
    where f.workspace_id = ${ctx.actor.workspaceId} and f.mailbox_id = ${mailboxId} group by f.id, f.name`.execute(
    ctx.tx,
  )
  return rows.filter((each) => isSentFolder(each.name) || each.mine >= sentShare * each.mails)
}
