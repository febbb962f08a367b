import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '../../../platform/context.ts'

export const proposal = z.object({
  address: z.string(),
  mails: z.number(),
  proposal: z.enum(['self', 'assistant', 'other']),
  because: z.string(),
})

/** A folder is one of sent mail when at least half of it was written by the member. */
const sentShare = 0.5
/** As many mails by another address in such folders are worth asking about. */
const worthAsking = 2

/**
 * Addresses that write from a member's sent folders without being known as the member's: the member's own under another
 * form, an assistant who writes for them, or a second person whose mail lies in the same mailbox. Only asked, never assumed.
 */
export async function addressProposals(ctx: Ctx, mailboxId: string): Promise<z.infer<typeof proposal>[]> {
  const { workspaceId, memberId } = ctx.actor
  const { rows } = await sql<{
    address: string
    name: string
    mails: number
    folders: string[]
    sameName: boolean
  }>`
    with wrote as (
      select c.folder_id, a.id as address_id, count(distinct m.id)::int as mails, bool_or(o.address_id is not null) as mine
      from conversations.message_copy c join conversations.message m on m.workspace_id = c.workspace_id and m.id = c.message_id
      join people.address a on a.workspace_id = m.workspace_id and a.id = m.from_address_id
      left join conversations.own o on o.workspace_id = a.workspace_id and o.member_id = ${memberId} and o.address_id = a.id
      where c.workspace_id = ${workspaceId} and c.mailbox_id = ${mailboxId} group by 1, 2
    ), sent as (
      select folder_id from wrote group by 1 having sum(mails) filter (where mine) >= ${sentShare}::float8 * sum(mails)
    )
    select a.address, a.name, sum(w.mails)::int as mails, array_agg(f.name order by w.mails desc) as folders,
      exists (select from conversations.own o join people.address oa on oa.workspace_id = o.workspace_id and oa.id = o.address_id
        where o.workspace_id = a.workspace_id and o.member_id = ${memberId} and o.role = 'self' and lower(oa.name) = lower(a.name) and a.name <> '') as same_name
    from wrote w join sent s on s.folder_id = w.folder_id and not w.mine
    join people.address a on a.workspace_id = ${workspaceId} and a.id = w.address_id
    join conversations.folder f on f.workspace_id = a.workspace_id and f.id = w.folder_id
    where not exists (select from conversations.own_address o where o.workspace_id = a.workspace_id and o.member_id = ${memberId} and o.address = a.address)
    group by a.workspace_id, a.id having sum(w.mails) >= ${worthAsking} order by mails desc limit 12`.execute(
    ctx.tx,
  )
  return rows.map((row) => ({
    address: row.address,
    mails: row.mails,
    proposal: row.sameName ? ('self' as const) : ('assistant' as const),
    because: row.sameName
      ? `it bears your name, and wrote ${row.mails} of the mails in ${row.folders[0]}`
      : `it wrote ${row.mails} of the mails in ${row.folders[0]}, where what you sent lies`,
  }))
}
