import { type Answer, answersOf } from './answers.ts'
import { dayNumber, type Zone } from './business-days.ts'
import { median, quantile } from './quantile.ts'
import { type Reciprocity, reciprocityOf } from './reciprocity.ts'
import type { Touch } from './touch.ts'
import { type Trend, trendOf } from './trend.ts'

/** How often one side answered what the other asked. */
export interface AnswerCount {
  asks: number
  answered: number
  /** Unanswered, and the ten business days are not over: neither a yes nor a no yet. */
  open: number
  /** Median hours from ask to answer, over the answered ones; null where there is none. */
  medianHours: number | null
}

/** The usual pauses between two people, in days between days on which either wrote. */
export interface Rhythm {
  /** How many pauses it was read from. */
  gaps: number
  medianDays: number
  /** Four pauses in five were this long or shorter. */
  p80Days: number
  maxDays: number
  /** Days from the first to the last day of contact. */
  spanDays: number
}

/** Something given without being asked to pay for it (an introduction, data, a meeting), as recorded elsewhere. */
export interface Gift {
  at: Date
  by: 'me' | 'them'
}

/** Where a member and a person stand at one moment: counts, dates, waits. Mails after that moment are not looked at. */
export interface Standing {
  at: Date
  sent: number
  received: number
  firstSent: Date | null
  lastSent: Date | null
  firstReceived: Date | null
  lastReceived: Date | null
  firstTouch: Date | null
  lastTouch: Date | null
  lastMessageId: string | null
  /** Threads whose first mail was mine, theirs. */
  iBegan: number
  theyBegan: number
  /** My asks, as they answered them; their asks, as I did. Asks made to others with a copy to them don't count. */
  theyAnswer: AnswerCount
  iAnswer: AnswerCount
  /** Mails answered by the other side in their thread (each counts once), and the days on which that happened. */
  exchanges: number
  exchangeDays: number
  activeDays: number
  activeMonths: number
  /** Mails that had no other recipient. */
  aloneMails: number
  rhythm: Rhythm | null
  reciprocity: Reciprocity
  trend: Trend
  /** My mails to them since they last wrote. */
  unansweredInARow: number
}

const countAnswers = (answers: Answer[]): AnswerCount => ({
  asks: answers.length,
  answered: answers.filter((a) => a.state === 'answered').length,
  open: answers.filter((a) => a.state === 'open').length,
  medianHours: median(answers.flatMap((a) => (a.hours === null ? [] : [a.hours]))),
})

function rhythmOf(days: number[]): Rhythm | null {
  const gaps = days.slice(1).map((day, i) => day - (days[i] ?? day))
  if (gaps.length === 0) return null
  return {
    gaps: gaps.length,
    medianDays: quantile(gaps, 0.5) ?? 0,
    p80Days: Math.round((quantile(gaps, 0.8) ?? 0) * 10) / 10,
    maxDays: Math.max(...gaps),
    spanDays: (days.at(-1) ?? 0) - (days[0] ?? 0),
  }
}

/** An exchange is a mail followed in its thread by one from the other side. */
function exchangesOf(touches: Touch[], zone: Zone): { exchanges: number; exchangeDays: number } {
  const last = new Map<string, Touch['direction']>()
  const days = new Set<number>()
  let exchanges = 0
  for (const touch of touches) {
    const before = last.get(touch.threadId)
    if (before && before !== touch.direction) {
      exchanges++
      days.add(dayNumber(touch.at, zone))
    }
    last.set(touch.threadId, touch.direction)
  }
  return { exchanges, exchangeDays: days.size }
}

/**
 * All that is counted between a member and one person, from their human mails in any order. `zone` is the member's: it
 * decides what a day is. No mails in: noughts and nulls out. Words are never counted, since brevity is no lack of care.
 */
export function standingOf(
  touches: readonly Touch[],
  at: Date,
  zone: Zone = 'UTC',
  gifts: readonly Gift[] = [],
): Standing {
  const seen = touches
    .filter((touch) => touch.at <= at)
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.messageId < b.messageId ? -1 : 1))
  const sent = seen.filter((touch) => touch.direction === 'out')
  const received = seen.filter((touch) => touch.direction === 'in')
  const theyAnswer = countAnswers(answersOf(seen, 'out', at, zone))
  const iAnswer = countAnswers(answersOf(seen, 'in', at, zone))
  const days = [...new Set(seen.map((touch) => dayNumber(touch.at, zone)))]
  const lastReceived = received.at(-1)?.at ?? null
  const iBegan = sent.filter((touch) => touch.opens).length
  const theyBegan = received.filter((touch) => touch.opens).length
  const given = gifts.filter((gift) => gift.at <= at)
  return {
    at,
    sent: sent.length,
    received: received.length,
    firstSent: sent[0]?.at ?? null,
    lastSent: sent.at(-1)?.at ?? null,
    firstReceived: received[0]?.at ?? null,
    lastReceived,
    firstTouch: seen[0]?.at ?? null,
    lastTouch: seen.at(-1)?.at ?? null,
    lastMessageId: seen.at(-1)?.messageId ?? null,
    iBegan,
    theyBegan,
    theyAnswer,
    iAnswer,
    ...exchangesOf(seen, zone),
    activeDays: days.length,
    activeMonths: new Set(seen.map((touch) => touch.at.toISOString().slice(0, 7))).size,
    aloneMails: seen.filter((touch) => touch.alone).length,
    rhythm: rhythmOf(days),
    reciprocity: reciprocityOf({
      iBegan,
      theyBegan,
      theyAnswer,
      iAnswer,
      iGave: given.filter((gift) => gift.by === 'me').length,
      theyGave: given.filter((gift) => gift.by === 'them').length,
    }),
    trend: trendOf(seen, at),
    unansweredInARow: sent.filter((touch) => !lastReceived || touch.at > lastReceived).length,
  }
}
