import type { SpokenRow, TouchRow } from '../conversations/door.ts'
import { answersOf, settlesAt } from './answers.ts'
import { dayNumber, startOfDay } from './business-days.ts'
import { depthOrder, earnedDepth } from './depth.ts'
import { driftOf, LONGEST_PAUSE } from './drifting.ts'
import { counts, type Relation } from './relation.ts'
import { type Standing, standingOf } from './standing.ts'

/** What is kept of how a member stands with a person; see the table's comment for why it does not grow old. */
export type StandingRow = ReturnType<typeof standingRow>

/** Counts a member's mails and talks with one person into the row that lists sort by. */
export function standingRow(
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
  const ordered = [...touches].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || (a.messageId < b.messageId ? -1 : 1),
  )
  const last = ordered.slice(-12)
  const settling = [...answersOf(ordered, 'in', now, zone), ...answersOf(ordered, 'out', now, zone)]
    .filter((answer) => answer.state === 'open')
    .map((answer) => settlesAt(answer.ask.at, zone))
    .sort((a, b) => a.getTime() - b.getTime())
  // The first moment at which more than that many calendar days lie behind the last contact: driftOf, turned round.
  const from = (days: number | null) =>
    lastAt && days !== null ? startOfDay(dayNumber(lastAt, zone) + Math.floor(days) + 1, zone) : null
  return {
    memberId,
    personId,
    counts: counts(relation),
    ...earned,
    depthOrder: depthOrder(earned),
    driftsFrom: from(drift.afterDays),
    lostFrom: from(LONGEST_PAUSE),
    settlesAt: settling[0] ?? null,
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
