import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { firstMailsOf, ownDomains, type TouchRow } from '../conversations/door.ts'
import { companyOfDomain } from '../people/door.ts'
import { looksLikePitch } from './looks-like-pitch.ts'
import { type Relation, type RelationSaid, relationOf } from './relation.ts'
import { standingOf } from './standing.ts'

interface PersonRow {
  id: string
  domains: string[]
  choiceForPerson: Relation | null
  choiceForDomain: Relation | null
}

/** A relation with the rule that says so, and the domain by which it can be chosen for everyone. */
export interface PersonRelation extends RelationSaid {
  personId: string
  domain: string | null
}

/**
 * Whose mail it is, for people, from all members' mails with them up to a moment. A member's own word stands above the
 * rules at every moment: it says who somebody is, not what happened.
 */
export async function relationsOf(
  ctx: Ctx,
  personIds: readonly string[],
  touches: ReadonlyMap<string, readonly TouchRow[]>,
  at: Date,
): Promise<PersonRelation[]> {
  const people = await loadPeople(ctx, personIds)
  const own = await ownDomains(ctx)
  const unanswered = personIds.filter(
    (id) => !(touches.get(id) ?? []).some((touch) => touch.direction === 'out'),
  )
  const first = Map.groupBy(await firstMailsOf(ctx, unanswered, at), (row) => row.personId)
  return people.map((person) => {
    const mails = once(touches.get(person.id) ?? [])
    const standing = standingOf(mails, at)
    const { firstReceived, firstSent } = standing
    const said = relationOf({
      domainIsOwn: person.domains.some((domain) => own.has(domain)),
      choiceForPerson: person.choiceForPerson,
      choiceForDomain: person.choiceForDomain,
      hasWonDeal: false,
      hasDeal: false,
      meetingBooked: false,
      mail: {
        theyBegan: firstReceived !== null && (firstSent === null || firstReceived < firstSent),
        myMailsToThem: standing.sent,
        theirMailsToMe: standing.received,
        theirMailsAddressedToMe: mails.filter(
          (touch) => touch.direction === 'in' && touch.direct && touch.at <= at,
        ).length,
        exchanges: standing.exchanges,
        exchangeDays: standing.exchangeDays,
        looksLikePitch: (first.get(person.id) ?? []).some(
          (mail) => looksLikePitch(mail.subject, mail.newText).pitch,
        ),
      },
    })
    return { ...said, personId: person.id, domain: person.domains[0] ?? null }
  })
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
