import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { awayUntil, lastMailAt, mailboxState, mailLines, openThreads } from '../conversations/door.ts'
import { type PersonHead, personHeads, personsOfAddresses } from '../people/door.ts'
import {
  counts,
  dayIn,
  driftOf,
  lastHeardNow,
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
 * The rows of a member's morning. `kept`, for now: whom to look at, their relation and place are read as kept. `counted`,
 * for a past day: everyone, everything from the mails and decisions up to then, nothing later. Both go through the same
 * rules and give the same at the present moment (the test of today.list holds them against each other).
 */
export async function loadMorning(
  ctx: Ctx,
  memberId: string,
  at: Date,
  zone: Zone,
  from: 'kept' | 'counted',
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
  const look = from === 'kept' ? await peopleToLookAt(ctx, memberId, at) : null
  const wanted = look ? [...new Set([...openIds, ...look.drifting, ...look.warm])] : openIds
  const people = look
    ? await standingNow(ctx, memberId, wanted, at, String(zone))
    : await standingThen(ctx, memberId, at, String(zone), wanted)
  const heads = await personHeads(ctx, [...people.keys()])
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
    const drift = driftOf(person.standing, at, zone, person.lastSpoken)
    const { lastTouch, lastMessageId } = person.standing
    if (!about || drift.state !== 'drifting' || !lastTouch || !lastMessageId) return []
    return [{ ...about, drift, layer: person.layer, lastTouch, lastMessageId, thread: null }]
  })
  const warm = [...people.values()].flatMap((person) => {
    const about = aboutOf(person, heads.get(person.personId), null)
    return about
      ? [
          {
            ...about,
            outside: person.relation !== 'colleague',
            standing: person.standing,
            lastSpoken: person.lastSpoken,
          },
        ]
      : []
  })
  const state = await mailboxState(ctx, memberId)
  return {
    at,
    zone,
    owed,
    waiting,
    drifting,
    warm: warmContacts(warm, at, zone),
    // What a workspace lacked on a past day is not known.
    kit: at < ctx.now ? [] : kitItems(await kitState(ctx, memberId, state)),
    decisions: await decisionsUntil(ctx, memberId, at),
    lastMailAt: await lastMailAt(ctx, memberId, at),
    lastAskedAt: look ? await lastHeardNow(ctx, memberId) : lastHeard([...people.values()]),
  }
}

/** When somebody who counts was last heard, asking or not: they are in touch. */
function lastHeard(people: readonly MemberPerson[]): Date | null {
  const heard = people
    .filter((each) => counts(each.relation))
    .flatMap(({ standing, lastSpoken }) => [standing.lastReceived, lastSpoken])
    .filter((each) => each !== null)
  return heard.reduce<Date | null>((last, each) => (last && last > each ? last : each), null)
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

/** The decisions as they stood then: one that was changed or taken back since is read from the journal. */
async function decisionsUntil(ctx: Ctx, memberId: string, at: Date): Promise<Decision[]> {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<Decision>`
    with since as (
      select distinct on (j.key ->> 'key') j.key ->> 'key' as key, j.before
      from platform.journal j join platform.action a on a.workspace_id = j.workspace_id and a.id = j.action_id
      where j.workspace_id = ${workspaceId} and j.tab = 'today.decision' and j.key ->> 'member_id' = ${memberId} and a.at > ${at}
      order by j.key ->> 'key', j.id
    )
    select key, verdict as what, at, until from today.decision
    where workspace_id = ${workspaceId} and member_id = ${memberId} and at <= ${at} and key not in (select key from since)
    union all
    select key, before ->> 'verdict', (before ->> 'at')::timestamptz, (before ->> 'until')::timestamptz from since where before is not null`.execute(
    ctx.tx,
  )
  return rows
}
