import { addBusinessDays, businessDaysBetween, dayNumber, startOfDay, type Zone } from './business-days.ts'
import type { Touch } from './touch.ts'

/** Ten business days: how long an ask waits before its silence is a no (the score's own rule). */
export const ANSWER_DAYS = 10

/** What became of one mail that asked. */
export interface Answer {
  ask: Touch
  state: 'answered' | 'open' | 'unanswered'
  answeredAt: Date | null
  /** Hours from ask to answer, clock hours, nights included; null where there is none. */
  hours: number | null
}

/** The mail that answers: the next one back in the thread, or one to the asker alone within ten business days. */
export interface Waiting {
  sameThread: Date | null
  alone: Date | null
}

/**
 * The state of a mail that waits: answered by a later mail in the same thread, however late, or by one to the asker
 * alone in any thread within ten business days; open while those days last; else unanswered.
 */
export function stateOf(
  askedAt: Date,
  { sameThread, alone }: Waiting,
  at: Date,
  zone: Zone,
): Omit<Answer, 'ask'> {
  const nearAlone = alone && businessDaysBetween(askedAt, alone, zone) <= ANSWER_DAYS ? alone : null
  const answeredAt =
    sameThread && nearAlone ? (sameThread < nearAlone ? sameThread : nearAlone) : (sameThread ?? nearAlone)
  if (answeredAt) {
    return { state: 'answered', answeredAt, hours: (answeredAt.getTime() - askedAt.getTime()) / 3_600_000 }
  }
  const isOpen = businessDaysBetween(askedAt, at, zone) <= ANSWER_DAYS
  return { state: isOpen ? 'open' : 'unanswered', answeredAt: null, hours: null }
}

/** The first moment at which an unanswered ask is open no more. */
export const settlesAt = (askedAt: Date, zone: Zone): Date =>
  startOfDay(dayNumber(addBusinessDays(askedAt, ANSWER_DAYS + 1, zone), zone), zone)

/** For each mail, the first later mails from the other side that could answer it. `touches` in order of time. */
export function waitingsOf(touches: readonly Touch[]): Map<Touch, Waiting> {
  const found = new Map<Touch, Waiting>()
  const thread = { in: new Map<string, Date>(), out: new Map<string, Date>() }
  const alone: { in: Date | null; out: Date | null } = { in: null, out: null }
  for (let end = touches.length; end > 0; ) {
    // Mails of one second can't answer each other, so they are looked up together before any of them is noted.
    let start = end - 1
    while (start > 0 && touches[start - 1]?.at.getTime() === touches[start]?.at.getTime()) start--
    const group = touches.slice(start, end)
    for (const touch of group) {
      const back = touch.direction === 'in' ? 'out' : 'in'
      found.set(touch, { sameThread: thread[back].get(touch.threadId) ?? null, alone: alone[back] })
    }
    for (const touch of group) {
      thread[touch.direction].set(touch.threadId, touch.at)
      if (touch.alone) alone[touch.direction] = touch.at
    }
    end = start
  }
  return found
}

/**
 * What became of every mail in one direction that asked the other side directly (To, not only a copy).
 * `touches` between one member and one person, in order of time, none after `at`.
 */
export function answersOf(
  touches: readonly Touch[],
  direction: Touch['direction'],
  at: Date,
  zone: Zone,
): Answer[] {
  const waitings = waitingsOf(touches)
  return touches
    .filter((touch) => touch.direction === direction && touch.asks && touch.direct)
    .map((ask) => ({
      ask,
      ...stateOf(ask.at, waitings.get(ask) ?? { sameThread: null, alone: null }, at, zone),
    }))
}
