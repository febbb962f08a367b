import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import {
  firstMailsOf,
  ownDomains,
  type SpokenRow,
  spokenWith,
  type TouchRow,
  touchesOf,
} from '../conversations/door.ts'
import { companyOfDomain, personalFactsOf } from '../people/door.ts'
import { depthOrder, earnedDepth } from './depth.ts'
import { driftOf } from './drifting.ts'
import { looksLikePitch } from './looks-like-pitch.ts'
import { counts, type Relation, type RelationSaid, relationOf } from './relation.ts'
import { type Standing, standingOf } from './standing.ts'
import { zoneOf } from './zone-of.ts'

interface PersonRow {
  id: string
  domains: string[]
  choiceForPerson: Relation | null
  choiceForDomain: Relation | null
}

const day = 86_400_000

/**
 * Computes relation and standings of people from their mails and notes, for every member who has any with them, and
 * keeps them. All from the same rows, so that two screens cannot differ.
 */
export async function refreshStandings(ctx: Ctx, personIds: readonly string[]): Promise<void> {
  const people = await loadPeople(ctx, personIds)
  const touches = Map.groupBy(await touchesOf(ctx, { personIds }), (row) => row.personId)
  const spoken = Map.groupBy(await spokenWith(ctx, personIds), (row) => row.personId)
  const facts = await personalFactsOf(ctx, personIds)
  const own = await ownDomains(ctx)
  const unanswered = personIds.filter(
    (id) => !(touches.get(id) ?? []).some((touch) => touch.direction === 'out'),
  )
  const first = Map.groupBy(await firstMailsOf(ctx, unanswered), (row) => row.personId)
  const zones = await zoneOf(ctx)
  const relations: { personId: string; domain: string | null; said: RelationSaid }[] = []
  const standings: StandingRow[] = []
  for (const person of people) {
    const mine = touches.get(person.id) ?? []
    const standing = standingOf(once(mine), ctx.now)
    const said = relationOf({
      domainIsOwn: person.domains.some((domain) => own.has(domain)),
      choiceForPerson: person.choiceForPerson,
      choiceForDomain: person.choiceForDomain,
      hasWonDeal: false,
      hasDeal: false,
      meetingBooked: false,
      mail: {
        theyBegan:
          standing.firstReceived !== null &&
          (standing.firstSent === null || standing.firstReceived < standing.firstSent),
        myMailsToThem: standing.sent,
        theirMailsToMe: standing.received,
        exchanges: standing.exchanges,
        exchangeDays: standing.exchangeDays,
        looksLikePitch: (first.get(person.id) ?? []).some(
          (mail) => looksLikePitch(mail.subject, mail.newText).pitch,
        ),
      },
    })
    relations.push({ personId: person.id, domain: person.domains[0] ?? null, said })
    const talks = spoken.get(person.id) ?? []
    const members = new Set([...mine.map((row) => row.memberId), ...talks.map((row) => row.memberId)])
    for (const memberId of members) {
      const own = mine.filter((row) => row.memberId === memberId)
      const talk = talks.find((row) => row.memberId === memberId)
      standings.push(
        standingRow(
          ctx.now,
          memberId,
          person.id,
          said.relation,
          own,
          talk,
          facts.get(person.id) ?? 0,
          zones.get(memberId) ?? 'UTC',
        ),
      )
    }
  }
  await keepRelations(ctx, relations)
  await keepStandings(ctx, personIds, standings)
}

/** A mail that lies in two members' mailboxes is one mail between us and them. */
function once(touches: readonly TouchRow[]): TouchRow[] {
  return [...new Map(touches.map((touch) => [`${touch.messageId} ${touch.direction}`, touch])).values()]
}

async function loadPeople(ctx: Ctx, personIds: readonly string[]): Promise<PersonRow[]> {
  const { rows } = await sql<{ id: string; addresses: string[] | null }>`
    select p.id, (select array_agg(a.address order by a.first_seen, a.address) from people.address a where a.workspace_id = p.workspace_id and a.person_id = p.id) as addresses
    from people.person p where p.workspace_id = ${ctx.actor.workspaceId} and p.id = any(${personIds}::uuid[])`.execute(
    ctx.tx,
  )
  const people = rows.map((row) => ({
    id: row.id,
    domains: [
      ...new Set(
        (row.addresses ?? [])
          .map((address) => companyOfDomain(address).domain)
          .filter((domain) => domain !== null),
      ),
    ],
  }))
  const subjects = people.flatMap((person) => [
    `person:${person.id}`,
    ...person.domains.map((domain) => `domain:${domain}`),
  ])
  const { rows: chosen } = await sql<{
    subject: string
    relation: Relation
  }>`select subject, relation from relationships.relation_choice
    where workspace_id = ${ctx.actor.workspaceId} and subject = any(${subjects}::text[])`.execute(ctx.tx)
  const choices = new Map(chosen.map((row) => [row.subject, row.relation]))
  return people.map((person) => ({
    ...person,
    choiceForPerson: choices.get(`person:${person.id}`) ?? null,
    choiceForDomain:
      person.domains
        .map((domain) => choices.get(`domain:${domain}`))
        .find((choice) => choice !== undefined) ?? null,
  }))
}

type StandingRow = ReturnType<typeof standingRow>

function standingRow(
  now: Date,
  memberId: string,
  personId: string,
  relation: Relation,
  touches: readonly TouchRow[],
  talk: SpokenRow | undefined,
  personalFacts: number,
  zone: string,
) {
  const standing: Standing = standingOf(touches, now, zone)
  const earned = earnedDepth(standing, {
    spoken: talk?.spoken ?? 0,
    lastSpoken: talk?.lastSpoken ?? null,
    personalFacts,
  })
  const drift = driftOf(standing, now, zone)
  const lastAt = latest(standing.lastTouch, talk?.lastSpoken ?? null)
  const last = [...touches]
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.messageId < b.messageId ? -1 : 1))
    .slice(-12)
  const from = (days: number | null) =>
    lastAt && days !== null ? new Date(lastAt.getTime() + days * day) : null
  return {
    memberId,
    personId,
    counts: counts(relation),
    ...earned,
    depthOrder: depthOrder(earned),
    driftsFrom: from(drift.afterDays),
    lostFrom: from(365),
    firstAt: standing.firstTouch,
    lastAt,
    lastDirection: last.at(-1)?.direction ?? null,
    theirs: standing.received,
    mine: standing.sent,
    exchanges: standing.exchanges,
    unansweredInARow: standing.unansweredInARow,
    exchange: last.map((touch) => ({ at: touch.at, direction: touch.direction, words: touch.words })),
  }
}

const latest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b))

async function keepRelations(
  ctx: Ctx,
  rows: { personId: string; domain: string | null; said: RelationSaid }[],
): Promise<void> {
  await insertRows(
    ctx.tx,
    'relationships.relation',
    ctx.actor.workspaceId,
    {
      person_id: { type: 'uuid', values: rows.map((row) => row.personId) },
      relation: { type: 'text', values: rows.map((row) => row.said.relation) },
      rule: { type: 'text', values: rows.map((row) => row.said.rule) },
      because: { type: 'text', values: rows.map((row) => row.said.because) },
      domain: { type: 'text', values: rows.map((row) => row.domain) },
    },
    '(workspace_id, person_id) do update set relation = excluded.relation, rule = excluded.rule, because = excluded.because, domain = excluded.domain',
  )
}

async function keepStandings(ctx: Ctx, personIds: readonly string[], rows: StandingRow[]): Promise<void> {
  await sql`delete from relationships.standing where workspace_id = ${ctx.actor.workspaceId} and person_id = any(${personIds}::uuid[])`.execute(
    ctx.tx,
  )
  const column = (type: string, value: (row: StandingRow) => unknown) => ({ type, values: rows.map(value) })
  await insertRows(ctx.tx, 'relationships.standing', ctx.actor.workspaceId, {
    member_id: column('uuid', (row) => row.memberId),
    person_id: column('uuid', (row) => row.personId),
    counts: column('bool', (row) => row.counts),
    earned: column('real', (row) => row.earned),
    heard_at: column('timestamptz', (row) => row.heardAt),
    depth_order: column('float8', (row) => row.depthOrder),
    drifts_from: column('timestamptz', (row) => row.driftsFrom),
    lost_from: column('timestamptz', (row) => row.lostFrom),
    first_at: column('timestamptz', (row) => row.firstAt),
    last_at: column('timestamptz', (row) => row.lastAt),
    last_direction: column('text', (row) => row.lastDirection),
    theirs: column('int4', (row) => row.theirs),
    mine: column('int4', (row) => row.mine),
    exchanges: column('int4', (row) => row.exchanges),
    unanswered_in_a_row: column('int4', (row) => row.unansweredInARow),
    exchange: column('jsonb', (row) => row.exchange),
    computed_at: column('timestamptz', () => ctx.now),
  })
}
