import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { companyOfDomain } from '../people/door.ts'
import { type TouchesWanted, touchQuery } from './touch-query.ts'

/** A human mail between a member and a person; see touch-query.ts. */
export interface TouchRow {
  memberId: string
  personId: string
  messageId: string
  threadId: string
  at: Date
  direction: 'in' | 'out'
  asks: boolean
  alone: boolean
  direct: boolean
  /** It is the first mail of its thread. */
  opens: boolean
  words: number
}

/** The touches of people (of all members, or of one), in no order. */
export async function touchesOf(ctx: Ctx, wanted: TouchesWanted): Promise<TouchRow[]> {
  const { rows } = await sql<TouchRow>`
    select t.member_id, t.person_id, t.message_id, t.thread_id, t.at, t.direction, t.asks, t.alone, t.direct, t.at <= h.first_at as opens, t.words
    from ${await touchQuery(ctx, wanted)} t
    join conversations.thread h on h.workspace_id = ${ctx.actor.workspaceId} and h.id = t.thread_id`.execute(
    ctx.tx,
  )
  return rows
}

/** A call, meeting or visit that a member wrote down. */
export interface SpokenRow {
  memberId: string
  personId: string
  spoken: number
  lastSpoken: Date
}

/** How often members spoke with people, apart from mail. */
export async function spokenWith(ctx: Ctx, personIds: readonly string[], until?: Date): Promise<SpokenRow[]> {
  const { rows } =
    await sql<SpokenRow>`select member_id, person_id, count(*)::int as spoken, max(at) as last_spoken
    from conversations.activity where workspace_id = ${ctx.actor.workspaceId} and person_id = any(${personIds}::uuid[]) and kind <> 'note'
      ${until ? sql`and at <= ${until}` : sql``} group by 1, 2`.execute(ctx.tx)
  return rows
}

/** The first two mails that people wrote, up to a moment: what tells a pitch. */
export async function firstMailsOf(
  ctx: Ctx,
  personIds: readonly string[],
  until: Date,
): Promise<{ personId: string; subject: string; newText: string }[]> {
  const { rows } = await sql<{ personId: string; subject: string; newText: string }>`
    select p.id as person_id, m.subject, left(m.new_text, 4000) as new_text from unnest(${personIds}::uuid[]) p (id)
    cross join lateral (select m.subject, m.new_text from people.address a
      join conversations.message m on m.workspace_id = a.workspace_id and m.from_address_id = a.id and m.kind = 'human'
      where a.workspace_id = ${ctx.actor.workspaceId} and a.person_id = p.id and m.sent_at <= ${until} order by m.sent_at limit 2) m`.execute(
    ctx.tx,
  )
  return rows
}

/** The registrable domains of all members' own addresses: whoever writes from them is a colleague. Free mail is none. */
export async function ownDomains(ctx: Ctx): Promise<Set<string>> {
  const { rows } = await sql<{ address: string }>`select distinct address from conversations.own_address
    where workspace_id = ${ctx.actor.workspaceId} and role <> 'other'`.execute(ctx.tx)
  return new Set(rows.map((row) => companyOfDomain(row.address).domain).filter((domain) => domain !== null))
}
