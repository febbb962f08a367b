import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { SeenAddress } from '../../people/door.ts'
import { mostKnownRecipients } from './seen-addresses.ts'

/**
 * What all mails here say of addresses, however they came in: the names they were seen under, how often, since when, and
 * whether they stand in a mail that people wrote, as in seen-addresses.ts. Address id to what was seen.
 */
export async function namesSeen(ctx: Ctx, addressIds: readonly string[]): Promise<Map<string, SeenAddress>> {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<{
    id: string
    address: string
    human: boolean
    at: Date | null
    names: SeenAddress['names'] | null
  }>`
    with place as (
      select m.from_address_id as address_id, trim(m.from_name) as name, m.kind = 'human' as human, m.sent_at, m.dated
      from conversations.message m where m.workspace_id = ${workspaceId} and m.from_address_id = any(${addressIds}::uuid[])
      union all
      select p.address_id, trim(p.name), p.role <> 'reply-to' and m.kind = 'human' and (m.recipients <= ${mostKnownRecipients} or o.address is not null), m.sent_at, m.dated
      from conversations.message_party p
      join conversations.message m on m.workspace_id = p.workspace_id and m.id = p.message_id
      left join people.address f on f.workspace_id = m.workspace_id and f.id = m.from_address_id
      left join (select distinct address from conversations.own_address where workspace_id = ${workspaceId} and role = 'self') o on o.address = f.address
      where p.workspace_id = ${workspaceId} and p.address_id = any(${addressIds}::uuid[])
    ), named as (
      select address_id, name, count(*)::int as count, bool_or(human) as human, min(sent_at) filter (where dated) as at from place group by 1, 2
    )
    select a.id, a.address, coalesce(bool_or(n.human), false) as human, min(n.at) as at,
      jsonb_agg(jsonb_build_object('name', n.name, 'count', n.count) order by n.count desc, n.name collate "C") filter (where n.name <> '') as names
    from people.address a left join named n on n.address_id = a.id
    where a.workspace_id = ${workspaceId} and a.id = any(${addressIds}::uuid[]) group by a.id, a.address`.execute(
    ctx.tx,
  )
  return new Map(rows.map(({ id, names, ...row }) => [id, { ...row, names: names ?? [] }]))
}
