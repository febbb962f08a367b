import { createHash } from 'node:crypto'
import { businessDaysBetween, type Drift, dayNumber, type Zone } from '../relationships/door.ts'
import type { Decision } from './decision.ts'
import { type About, fitted, type Item, type ItemKind, type Quote, type ThreadOnLine } from './item-shape.ts'
import type { KitItem } from './kit-items.ts'
import { counted, inWords } from './number-words.ts'
import { rankScore } from './rank-score.ts'
import { onSaidDay, saidHours } from './said-time.ts'
import type { WarmContact } from './warm-contact.ts'

/** A thread whose state is *owed by me*: they asked, directly, and no answer has gone out. */
export interface OwedCandidate extends About {
  thread: ThreadOnLine
  askedAt: Date
  /** How many things they asked in it, 1 or more. */
  asks: number
  /** They asked me and nobody else. */
  alone: boolean
  /** The member's median hours to answer this person; null where there is none yet. */
  usualHours: number | null
  quote: Quote | null
}

/** A thread whose state is *waiting for them*: I asked, and they have not answered. */
export interface WaitingCandidate extends About {
  /** With my last mail. */
  thread: ThreadOnLine
  askedAt: Date
  /** Where they are; null where it is not known, then the member's own zone counts the days. */
  zone: Zone | null
  /** Their median hours to answer; null where there is none yet. */
  usualHours: number | null
  unansweredInARow: number
}

/** A person whom driftOf found to be drifting. */
export interface DriftCandidate extends About {
  drift: Drift
  /** The layer that holds them; null beyond the places there are: they are not asked for. */
  layer: number | null
  lastTouch: Date
  lastMessageId: string
  thread: ThreadOnLine | null
}

export interface MorningInput {
  at: Date
  /** The member's zone. */
  zone: Zone
  owed: readonly OwedCandidate[]
  waiting: readonly WaitingCandidate[]
  drifting: readonly DriftCandidate[]
  warm: readonly WarmContact[]
  kit: readonly KitItem[]
  decisions: readonly Decision[]
  /** The newest mail there is; null for an empty mailbox. */
  lastMailAt: Date | null
  /** When somebody who counts was last heard, asking or not. */
  lastAskedAt: Date | null
}

export type Candidate =
  | { kind: 'reply-owed'; of: OwedCandidate }
  | { kind: 'follow-up-due'; of: WaitingCandidate }
  | { kind: 'drifting'; of: DriftCandidate }
  | { kind: 'warm-contact'; of: WarmContact }
  | { kind: 'kit'; of: KitItem }

type Line = Omit<Item, 'rank'>

const HOUR = 3_600_000

/** Business days that a mail has waited, in the zone of whoever is waited for. */
export const businessDaysWaited = (
  of: WaitingCandidate,
  { at, zone }: Pick<MorningInput, 'at' | 'zone'>,
): number => businessDaysBetween(of.askedAt, at, of.zone ?? zone)

/** The person of a line, for counting people. */
export const personOf = (item: Item): string[] => (item.person ? [item.person.id] : [])

const called = (about: About): string => about.person.given || 'them'

function owedBecause(of: OwedCandidate, { at, zone }: MorningInput): string {
  const what = of.asks === 1 ? 'one thing' : counted(of.asks, 'thing', 'things')
  const asked = `asked ${of.alone ? 'you alone ' : ''}${what} ${onSaidDay(of.askedAt, at, zone)}`
  const days = dayNumber(at, zone) - dayNumber(of.askedAt, zone)
  if (of.usualHours !== null)
    return `${asked}; you usually answer ${called(of)} in ${saidHours(of.usualHours)}`
  return days > 0 ? `${asked}; no answer for ${counted(days, 'day', 'days')}` : asked
}

function waitingBecause(of: WaitingCandidate, input: MorningInput): string {
  const days = counted(businessDaysWaited(of, input), 'business day', 'business days')
  if (of.unansweredInARow >= 2)
    return `${inWords(of.unansweredInARow)} mails in a row without an answer; ${days} since the last`
  const asked = `${days} without an answer; you asked ${onSaidDay(of.askedAt, input.at, input.zone)}`
  const usual = of.usualHours === null ? '' : `, and the usual is ${saidHours(of.usualHours)}`
  return `${asked}${usual}`
}

/** A mail's id as a key holds it: some programs write ids of hundreds of characters. */
const shortEvent = (event: string): string =>
  event.length <= 200 ? event : createHash('sha256').update(event).digest('base64url')

/** What ranks and names a person's line alike, whatever its kind. */
function personLine(
  kind: ItemKind,
  of: About,
  more: Pick<Line, 'because' | 'thread' | 'since' | 'quote'> & {
    event: string
    alone?: boolean
    likely?: number
  },
  waited: { hours: number; usualHours: number | null } | null,
): Line {
  const { because, thread, since, quote, event, alone = false, likely = 0 } = more
  const { person, company, depth, executive } = of
  return {
    kind,
    because: fitted(because),
    ...rankScore({ kind, depth, executive, alone, likely, waited }),
    subject: { type: 'person', id: person.id, name: person.name || person.address },
    person,
    company,
    thread,
    since,
    quote,
    key: `${kind}:${person.id}:${shortEvent(event)}`,
  }
}

/** A candidate as a line, its because written and its score summed. */
export function toLine(candidate: Candidate, input: MorningInput): Line {
  const hoursSince = (then: Date): number => (input.at.getTime() - then.getTime()) / HOUR
  switch (candidate.kind) {
    case 'reply-owed': {
      const { of } = candidate
      const because = owedBecause(of, input)
      const { thread, askedAt: since, quote, alone } = of
      const waited = { hours: hoursSince(since), usualHours: of.usualHours }
      return personLine(
        'reply-owed',
        of,
        { because, thread, since, quote, alone, event: thread.messageId },
        waited,
      )
    }
    case 'follow-up-due': {
      const { of } = candidate
      const because = waitingBecause(of, input)
      const { thread, askedAt: since } = of
      const waited = { hours: hoursSince(since), usualHours: of.usualHours }
      return personLine(
        'follow-up-due',
        of,
        { because, thread, since, quote: null, event: thread.messageId },
        waited,
      )
    }
    case 'drifting': {
      const { of } = candidate
      const more = {
        because: of.drift.because,
        thread: of.thread,
        since: of.lastTouch,
        quote: null,
        event: of.lastMessageId,
      }
      // A pause is measured against the pair's own longest one, in hours; it has its own limits and does not fade.
      const beyond = of.drift.afterDays ? (of.drift.quietDays / of.drift.afterDays) * 24 : 24
      return withLabel(personLine('drifting', of, more, { hours: beyond, usualHours: 24 }), of.drift)
    }
    case 'warm-contact': {
      const { of } = candidate
      const event = of.standing.lastMessageId ?? 'known'
      const more = {
        because: of.because,
        thread: null,
        since: of.lastTouch,
        quote: null,
        event,
        likely: of.likely,
      }
      return personLine('warm-contact', of, more, null)
    }
    case 'kit': {
      const { piece, name, because } = candidate.of
      const score = rankScore({
        kind: 'kit',
        depth: 0,
        executive: false,
        alone: false,
        waited: null,
        likely: 0,
      })
      const subject = { type: 'kit' as const, id: piece, name }
      const nobody = { person: null, company: null, thread: null, quote: null }
      return {
        kind: 'kit',
        because: fitted(because),
        ...score,
        subject,
        ...nobody,
        since: input.at,
        key: `kit:${piece}`,
      }
    }
  }
}

/** The wait of a pause is said in its own days. */
const withLabel = (line: Line, drift: Drift): Line => ({
  ...line,
  scoreParts: line.scoreParts.map((part) =>
    part.label.startsWith('waited ')
      ? { ...part, label: `quiet ${drift.quietDays} days, drifting after ${Math.ceil(drift.afterDays ?? 0)}` }
      : part,
  ),
})
