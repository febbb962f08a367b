import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { deliveryFailed } from '../judging/delivery-failed.ts'
import type { Ask, Bounce, MailKind } from '../judging/judgement-shape.ts'
import type { ThreadMail } from './thread-state.ts'
import type { WhoAmI } from './who-am-i.ts'

/** A thread's state follows from its last mails; a list of thousands need not be read whole. */
const lastMails = 60

interface Row {
  id: string
  threadId: string
  at: Date
  fromAddress: string | null
  kind: MailKind
  asks: Ask[]
  addressedNames: string[]
  newText: string
  words: number
  bounce: Bounce | null
  parties: { role: string; address: string }[] | null
}

/** The mails of threads as far as this member's mailboxes hold them, oldest first; up to `until` where given. */
export async function loadThreadMails(
  ctx: Ctx,
  memberId: string,
  threadIds: readonly string[],
  me: WhoAmI,
  until?: Date,
): Promise<Map<string, ThreadMail[]>> {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<Row>`
    select m.id, m.thread_id, m.sent_at as at, a.address as from_address, m.kind, m.asks, m.addressed_names,
      left(m.new_text, 6000) as new_text, m.words, m.bounce,
      (select jsonb_agg(jsonb_build_object('role', p.role, 'address', pa.address) order by p.role, p.position)
        from conversations.message_party p join people.address pa on pa.workspace_id = p.workspace_id and pa.id = p.address_id
        where p.workspace_id = m.workspace_id and p.message_id = m.id and p.role <> 'reply-to') as parties
    from unnest(${threadIds}::uuid[]) t (id)
    cross join lateral (
      select * from conversations.message m
      where m.workspace_id = ${workspaceId} and m.thread_id = t.id and m.dated ${until ? sql`and m.sent_at <= ${until}` : sql``}
        and exists (select from conversations.message_copy c where c.workspace_id = m.workspace_id and c.message_id = m.id and c.member_id = ${memberId})
      order by m.sent_at desc, m.id desc limit ${lastMails}
    ) m
    left join people.address a on a.workspace_id = m.workspace_id and a.id = m.from_address_id
    order by m.sent_at, m.id`.execute(ctx.tx)
  const mine = new Set(me.addresses)
  const threads = new Map<string, ThreadMail[]>()
  for (const row of rows) {
    const address = row.fromAddress ?? ''
    const parties = row.parties ?? []
    const mails = threads.get(row.threadId) ?? []
    mails.push({
      id: row.id,
      at: row.at,
      from: { address, mine: mine.has(address), colleague: !mine.has(address) && isOf(address, me.domains) },
      to: parties.filter((each) => each.role === 'to').map((each) => each.address),
      cc: parties.filter((each) => each.role !== 'to').map((each) => each.address),
      kind: row.kind,
      asks: row.asks,
      namesAddressed: row.addressedNames,
      newText: row.newText,
      words: row.words,
      deliveryFailed: row.bounce === null || deliveryFailed(row.bounce),
    })
    threads.set(row.threadId, mails)
  }
  return threads
}

const isOf = (address: string, domains: readonly string[]) =>
  domains.some((domain) => address.endsWith(`@${domain}`) || address.endsWith(`.${domain}`))
