import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/** What to look for: people, or a span of time, or both; nothing after `until`. Without a member: all members' mails. */
export interface TouchesWanted {
  personIds?: readonly string[]
  memberId?: string
  since?: Date
  until?: Date
}

/**
 * Every human mail between a member and a person, seen from the member, as a query with the columns member_id, person_id,
 * message_id, thread_id, at, direction, asks, alone, direct, words. One that a member sent is a touch with each person
 * addressed or copied. One from a person is a touch where the member was addressed or copied, or where it stands in a
 * thread in which the member has written (a list, an alias).
 *
 * Two ways to the same rows. For some people: from their addresses, mail by mail. For everyone: set by set. The planner
 * cannot choose between them, because it takes an own address for one like any other, with a dozen mails instead of a
 * third of the mailbox; `limit all` holds it to the first way (a subquery with a
 * limit is planned by itself).
 */
export async function touchQuery(ctx: Ctx, wanted: TouchesWanted): Promise<RawBuilder<unknown>> {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<{ memberId: string; addressId: string }>`
    select member_id, address_id from conversations.own
    where workspace_id = ${workspaceId} ${wanted.memberId ? sql`and member_id = ${wanted.memberId}` : sql``}`.execute(
    ctx.tx,
  )
  const own = sql`own as materialized (select * from unnest(${rows.map((row) => row.memberId)}::uuid[], ${rows.map((row) => row.addressId)}::uuid[]) o (member_id, address_id))`
  const parts = wanted.personIds
    ? ofPeople(workspaceId, wanted, wanted.personIds)
    : ofAll(workspaceId, wanted)
  return sql`(with ${own}, ${parts})`
}

const kept = sql`m.kind = 'human' and m.dated`
const shown = sql`m.asks <> '[]' as asks, m.recipients = 1 as alone`
const columns = sql`m.id, m.thread_id, m.sent_at, m.asks, m.recipients, m.words`
/**
 * Whether there is such a row, as a question for each row and never as a join: given the choice, the planner begins with
 * all copies of all mails (measured: 37 s where this takes milliseconds).
 */
const has = (rows: RawBuilder<unknown>) => sql`(select true ${rows} limit 1) is true`
const notOwn = (member: RawBuilder<unknown>) =>
  sql`not ${has(sql`from own x where x.member_id = ${member} and x.address_id = who.id`)}`

function bounds(column: RawBuilder<unknown>, { since, until }: TouchesWanted): RawBuilder<unknown> {
  const from = since ? sql`and ${column} >= ${since}` : sql``
  return until ? sql`${from} and ${column} <= ${until}` : from
}

function ofPeople(
  workspaceId: string,
  wanted: TouchesWanted,
  personIds: readonly string[],
): RawBuilder<unknown> {
  const copy = wanted.memberId ? sql`and c.member_id = ${wanted.memberId}` : sql``
  return sql`who as materialized (select a.id, a.person_id from people.address a where a.workspace_id = ${workspaceId} and a.person_id = any(${personIds}::uuid[]))
    select c.member_id, who.person_id, m.id as message_id, m.thread_id, m.sent_at as at, 'in' as direction, ${shown}, coalesce(me.direct, false) as direct, m.words
    from who
    cross join lateral (select ${columns} from conversations.message m
      where m.workspace_id = ${workspaceId} and m.from_address_id = who.id and ${kept} ${bounds(sql`m.sent_at`, wanted)} limit all) m
    cross join lateral (select distinct c.member_id from conversations.message_copy c
      where c.workspace_id = ${workspaceId} and c.message_id = m.id ${copy}) c
    left join lateral (select bool_or(p.role = 'to') as direct from conversations.message_party p
      join own o on o.member_id = c.member_id and o.address_id = p.address_id
      where p.workspace_id = ${workspaceId} and p.message_id = m.id and p.role <> 'reply-to') me on true
    where ${notOwn(sql`c.member_id`)}
      and (me.direct is not null or ${has(sql`from conversations.message t join own o on o.member_id = c.member_id and o.address_id = t.from_address_id
        where t.workspace_id = ${workspaceId} and t.thread_id = m.thread_id`)})
    union all
    select o.member_id, who.person_id, m.id, m.thread_id, m.sent_at, 'out', m.asks <> '[]', m.recipients = 1, bool_or(p.role = 'to'), m.words
    from who
    cross join lateral (select p.message_id, p.role from conversations.message_party p
      where p.workspace_id = ${workspaceId} and p.address_id = who.id and p.role <> 'reply-to' ${bounds(sql`p.sent_at`, wanted)} limit all) p
    cross join lateral (select ${columns}, m.from_address_id from conversations.message m
      where m.workspace_id = ${workspaceId} and m.id = p.message_id and ${kept} limit all) m
    join own o on o.address_id = m.from_address_id
    where ${notOwn(sql`o.member_id`)}
      and ${has(sql`from conversations.message_copy c where c.workspace_id = ${workspaceId} and c.message_id = m.id and c.member_id = o.member_id`)}
    group by o.member_id, who.person_id, m.id, m.thread_id, m.sent_at, m.asks, m.recipients, m.words`
}

function ofAll(workspaceId: string, wanted: TouchesWanted): RawBuilder<unknown> {
  const copy = wanted.memberId ? sql`and member_id = ${wanted.memberId}` : sql``
  return sql`copy as materialized (select distinct message_id, member_id from conversations.message_copy where workspace_id = ${workspaceId} ${copy}),
    me as materialized (select p.message_id, o.member_id, bool_or(p.role = 'to') as direct from own o
      join conversations.message_party p on p.workspace_id = ${workspaceId} and p.address_id = o.address_id and p.role <> 'reply-to' ${bounds(sql`p.sent_at`, wanted)} group by 1, 2),
    written as materialized (select distinct m.thread_id, o.member_id from own o
      join conversations.message m on m.workspace_id = ${workspaceId} and m.from_address_id = o.address_id),
    mail as materialized (select ${columns}, m.from_address_id from conversations.message m where m.workspace_id = ${workspaceId} and ${kept} ${bounds(sql`m.sent_at`, wanted)}),
    who as materialized (select a.id, a.person_id from people.address a where a.workspace_id = ${workspaceId} and a.person_id is not null)
    select c.member_id, who.person_id, m.id as message_id, m.thread_id, m.sent_at as at, 'in' as direction, ${shown}, coalesce(me.direct, false) as direct, m.words
    from mail m join who on who.id = m.from_address_id
    join copy c on c.message_id = m.id
    left join me on me.message_id = m.id and me.member_id = c.member_id
    left join written w on w.thread_id = m.thread_id and w.member_id = c.member_id
    where ${notOwn(sql`c.member_id`)} and (me.direct is not null or w.thread_id is not null)
    union all
    select o.member_id, who.person_id, m.id, m.thread_id, m.sent_at, 'out', m.asks <> '[]', m.recipients = 1, bool_or(p.role = 'to'), m.words
    from mail m join own o on o.address_id = m.from_address_id
    join copy c on c.message_id = m.id and c.member_id = o.member_id
    join conversations.message_party p on p.workspace_id = ${workspaceId} and p.message_id = m.id and p.role <> 'reply-to' ${bounds(sql`p.sent_at`, wanted)}
    join who on who.id = p.address_id
    where ${notOwn(sql`o.member_id`)}
    group by o.member_id, who.person_id, m.id, m.thread_id, m.sent_at, m.asks, m.recipients, m.words`
}
