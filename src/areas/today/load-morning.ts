import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { awayUntil, lastMailAt, mailboxState, mailLines, openThreads } from '../conversations/door.ts'
import { type PersonHead, personHeads, personsOfAddresses } from '../people/door.ts'
import {
  dayIn,
  driftOf,
  type MemberPerson,
  peopleToLookAt,
  standingNow,
  standingThen,
  type Zone,
} from '../relationships/door.ts'
import type { Decision } from './decision.ts'
import { isExecutive } from './is-executive.ts'
import type { About } from './item-shape.ts'
import { kitItems } from './kit-items.ts'
import { kitState } from './kit-state.ts'
import type { DriftCandidate, MorningInput, OwedCandidate, WaitingCandidate } from './morning-candidates.ts'
import { quoteAround } from './quote-around.ts'
import { warmContacts } from './warm-contact.ts'

/**
 * The rows of a member's morning. Now: people as kept. On a past day: everything from the mails and decisions up to
 * then, nothing later. Both go through the same rules, so that the two agree where they meet.
 */
export async function loadMorning(
  ctx: Ctx,
  memberId: string,
  at: Date,
  zone: Zone,
  isPast: boolean,
): Promise<MorningInput> {
  const open = [...(await openThreads(ctx, memberId, at)).values()].filter(
    ({ state }) =>
      (state.state === 'owed-by-me' || state.state === 'waiting-for-them') && state.personAddress,
  )
  const personOf = await personsOfAddresses(
    ctx,
    open.map(({ state }) => state.personAddress ?? ''),
  )
  const openIds = open.flatMap(({ state }) => personOf.get(state.personAddress ?? '') ?? [])
  const look = isPast ? null : await peopleToLookAt(ctx, memberId, at)
  const wanted = look ? [...new Set([...openIds, ...look.drifting, ...look.warm, ...look.asked])] : []
  const people = isPast
    ? await standingThen(ctx, memberId, at, String(zone))
    : await standingNow(ctx, memberId, wanted, at, String(zone))
  const heads = await personHeads(ctx, isPast ? [...people.keys()] : wanted)
  const mails = await mailLines(
    ctx,
    open.flatMap(({ state }) => state.messageId ?? []),
  )
  const away = await awayUntil(
    ctx,
    open.map(({ state }) => state.personAddress ?? ''),
    at,
  )

  const owed: OwedCandidate[] = []
  const waiting: WaitingCandidate[] = []
  for (const { threadId, subject, state } of open) {
    const personId = personOf.get(state.personAddress ?? '') ?? ''
    const about = aboutOf(people.get(personId), heads.get(personId), state.personAddress)
    const mail = mails.get(state.messageId ?? '')
    if (!about || !mail || !state.since) continue
    const person = people.get(personId) as MemberPerson
    const thread = { id: threadId, subject, messageId: mail.messageId }
    if (state.state === 'owed-by-me') {
      const quote =
        state.quoteStart !== null && state.quoteEnd !== null
          ? quoteAround(mail.newText, state.quoteStart, state.quoteEnd)
          : null
      const usualHours = person.standing.iAnswer.medianHours
      owed.push({
        ...about,
        thread,
        askedAt: state.since,
        asks: Math.max(1, mail.asks),
        alone: mail.alone,
        usualHours,
        quote,
      })
    } else if ((away.get(state.personAddress ?? '') ?? '') <= dayIn(at, zone)) {
      const head = heads.get(personId)
      const usualHours = person.standing.theyAnswer.medianHours
      const theirs = head?.timeZone ?? head?.zoneMinutes ?? null
      waiting.push({
        ...about,
        thread,
        askedAt: state.since,
        zone: theirs,
        usualHours,
        unansweredInARow: person.standing.unansweredInARow,
      })
    }
  }
  const drifting = [...people.values()].flatMap((person): DriftCandidate[] => {
    const about = aboutOf(person, heads.get(person.personId), null)
    const drift = driftOf(person.standing, at, zone)
    const { lastTouch, lastMessageId } = person.standing
    if (!about || drift.state !== 'drifting' || !lastTouch || !lastMessageId) return []
    return [{ ...about, drift, layer: person.layer, lastTouch, lastMessageId, thread: null }]
  })
  const warm = [...people.values()].flatMap((person) => {
    const about = aboutOf(person, heads.get(person.personId), null)
    return about ? [{ ...about, outside: person.relation !== 'colleague', standing: person.standing }] : []
  })
  const state = await mailboxState(ctx, memberId)
  return {
    at,
    zone,
    owed,
    waiting,
    drifting,
    warm: warmContacts(warm, at, zone),
    kit: isPast ? [] : kitItems(await kitState(ctx, memberId, state)),
    decisions: await decisionsUntil(ctx, memberId, at),
    lastMailAt: await lastMailAt(ctx, memberId, at),
    lastAskedAt: lastAsked([...people.values()]),
  }
}

/** The latest mail of somebody who counts: with an ask or not, they are in touch. */
function lastAsked(people: readonly MemberPerson[]): Date | null {
  let last: Date | null = null
  for (const { relation, standing } of people) {
    if (relation !== 'buyer' && relation !== 'customer' && relation !== 'partner') continue
    if (standing.lastReceived && (!last || standing.lastReceived > last)) last = standing.lastReceived
  }
  return last
}

function aboutOf(
  person: MemberPerson | undefined,
  head: PersonHead | undefined,
  address: string | null,
): About | null {
  if (!person || !head) return null
  return {
    person: { id: head.id, name: head.name, given: head.given, address: address ?? head.address },
    company: head.company,
    relation: person.relation,
    depth: person.depth,
    executive: isExecutive(head.title),
  }
}

async function decisionsUntil(ctx: Ctx, memberId: string, at: Date): Promise<Decision[]> {
  const { rows } = await sql<Decision>`select key, verdict as what, at, until from today.decision
    where workspace_id = ${ctx.actor.workspaceId} and member_id = ${memberId} and at <= ${at}`.execute(ctx.tx)
  return rows
}
