import type { Drift, Relation } from '../relationships/door.ts'
import type { About, PersonOnLine } from './item-shape.ts'
import type { DriftCandidate, MorningInput, OwedCandidate, WaitingCandidate } from './morning-candidates.ts'

/** Tuesday 18 November 2025, 07:42 in Berlin: the morning of the tests beside this file. */
export const thisMorning = new Date('2025-11-18T07:42:00+01:00')

const DAY = 86_400_000

/** The same time of day, some days before that morning. */
export const daysAgo = (days: number): Date => new Date(thisMorning.getTime() - days * DAY)

const person = (id: string): PersonOnLine => ({
  id,
  name: `${id.charAt(0).toUpperCase()}${id.slice(1)} Varnhorst`,
  given: id.charAt(0).toUpperCase() + id.slice(1),
  address: `${id}@pellworm-dairy.example`,
})

const about = (id: string, relation: Relation): About => ({
  person: person(id),
  company: { id: 'pellworm', name: 'Pellworm Dairy' },
  relation,
  depth: 50,
  executive: false,
})

/** Somebody who asked one thing, some days ago. */
export const owed = (id: string, days: number, more: Partial<OwedCandidate> = {}): OwedCandidate => ({
  ...about(id, 'buyer'),
  thread: { id: `t-${id}`, subject: 'Rota', messageId: `m-${id}-${days}` },
  askedAt: daysAgo(days),
  asks: 1,
  alone: true,
  usualHours: 9,
  quote: null,
  ...more,
})

/** Somebody whom I asked, some days ago. */
export const waiting = (
  id: string,
  days: number,
  more: Partial<WaitingCandidate> = {},
): WaitingCandidate => ({
  ...about(id, 'buyer'),
  thread: { id: `t-${id}`, subject: 'Offer', messageId: `w-${id}-${days}` },
  askedAt: daysAgo(days),
  zone: 'Europe/Berlin',
  usualHours: null,
  unansweredInARow: 1,
  ...more,
})

/** Somebody who drifts away, quiet for some days. */
export const drifter = (id: string, days: number, more: Partial<DriftCandidate> = {}): DriftCandidate => {
  const because = `${days} days quiet; the two of you have never gone past 30`
  const drift: Drift = { state: 'drifting', quietDays: days, afterDays: 37.5, because }
  const lastMessageId = `l-${id}`
  return {
    ...about(id, 'buyer'),
    drift,
    layer: 50,
    lastTouch: daysAgo(days),
    lastMessageId,
    thread: null,
    ...more,
  }
}

/** An otherwise empty morning of a mailbox in use. */
export const input = (more: Partial<MorningInput> = {}): MorningInput => ({
  at: thisMorning,
  zone: 'Europe/Berlin',
  owed: [],
  waiting: [],
  drifting: [],
  warm: [],
  kit: [],
  decisions: [],
  lastMailAt: daysAgo(0),
  lastAskedAt: daysAgo(1),
  ...more,
})
