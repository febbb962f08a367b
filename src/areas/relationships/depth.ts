import type { Standing } from './standing.ts'

/** One line of the sum under the figure. `of` is the most that the line can give; 0 for what is taken off. */
export interface DepthPart {
  label: string
  points: number
  of: number
}

export interface Depth {
  /** 0 to 100, whole. The points of the parts add up to it exactly. */
  depth: number
  parts: DepthPart[]
}

/** What mail alone cannot show. */
export interface BeyondMail {
  /** Calls, meetings and visits with a person there. */
  spoken: number
  lastSpoken: Date | null
  /** Personal facts that a member has confirmed. */
  personalFacts: number
}

export const NO_MORE_THAN_MAIL: BeyondMail = { spoken: 0, lastSpoken: null, personalFacts: 0 }

/**
 * Half of the depth is gone after 180 days without a word from them. Ties decay within months without contact: of new
 * ties among bankers most were gone after a year (Burt, "Decay functions", Social Networks 22, 2000), and closeness fell
 * within 18 months where contact stopped (Roberts and Dunbar, Personal Relationships 18, 2011). The order of magnitude is
 * theirs, the figure is ours.
 */
export const HALF_LIFE_DAYS = 180

/** Rises from 0 towards 1, half way at `half`: the tenth mail tells more than the hundredth. */
const filled = (count: number, half: number): number => 1 - 2 ** (-count / half)

/** Share of answered asks, held back while there are few: 1 of 1 is not yet 12 of 12. */
const kept = (answered: number, missed: number, few: number): number => answered / (answered + missed + few)

const hours = (h: number | null): string =>
  h === null
    ? ''
    : h < 1
      ? ', within the hour'
      : h < 48
        ? `, in ${Math.round(h)} h`
        : `, in ${Math.round(h / 24)} days`

interface Line {
  label: string
  exact: number
  of: number
}

function linesOf(s: Standing, beyond: BeyondMail): Line[] {
  const missed = (side: Standing['theyAnswer']): number => side.asks - side.answered - side.open
  const line = (label: string, of: number, share: number): Line => ({ label, of, exact: of * share })
  const { theyAnswer, iAnswer } = s
  const settled = (side: Standing['theyAnswer']): number => side.asks - side.open
  return [
    line(
      `Answers you: ${theyAnswer.answered} of ${settled(theyAnswer)}${hours(theyAnswer.medianHours)}`,
      26,
      kept(theyAnswer.answered, missed(theyAnswer), 2),
    ),
    line(`Began ${s.theyBegan} of ${s.iBegan + s.theyBegan} threads`, 16, filled(s.theyBegan, 3)),
    line(
      `Wrote to each other: ${s.received} theirs, ${s.sent} yours`,
      16,
      filled(Math.min(s.received, s.sent), 8),
    ),
    line(`In touch in ${s.activeMonths} different months`, 10, s.sent > 0 ? filled(s.activeMonths, 6) : 0),
    line(
      `You answer: ${iAnswer.answered} of ${settled(iAnswer)}${hours(iAnswer.medianHours)}`,
      8,
      kept(iAnswer.answered, missed(iAnswer), 2),
    ),
    line(`Spoke and met, not only wrote: ${beyond.spoken}`, 14, filled(beyond.spoken, 3)),
    line(`Personal things said: ${beyond.personalFacts}`, 10, filled(beyond.personalFacts, 3)),
  ]
}

/** Whole points that add up to the whole sum: the largest remainders are rounded up (Hamilton's method). */
function wholePoints(lines: readonly Line[], sum: number): number[] {
  const points = lines.map((line) => Math.floor(line.exact))
  const byRemainder = lines
    .map((line, at) => ({ at, rest: line.exact - Math.floor(line.exact) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at)
  let left = sum - points.reduce((a, b) => a + b, 0)
  for (const { at } of byRemainder) {
    if (left <= 0) break
    points[at] = (points[at] ?? 0) + 1
    left--
  }
  return points
}

/** What was earned, before silence takes from it, and when they were last heard. */
export interface EarnedDepth {
  /** 0 to 100, exact. */
  earned: number
  heardAt: Date | null
}

/** The sum of the lines, exact, and the moment from which it decays. */
export function earnedDepth(s: Standing, beyond: BeyondMail = NO_MORE_THAN_MAIL): EarnedDepth {
  const heard = Math.max(s.lastReceived?.getTime() ?? 0, beyond.lastSpoken?.getTime() ?? 0)
  if (heard === 0) return { earned: 0, heardAt: null }
  return { earned: linesOf(s, beyond).reduce((sum, line) => sum + line.exact, 0), heardAt: new Date(heard) }
}

/** The depth at a moment of what was earned: whole, 0 to 100. */
export function decayed({ earned, heardAt }: EarnedDepth, at: Date): number {
  if (!heardAt) return 0
  const quietDays = Math.max(0, (at.getTime() - heardAt.getTime()) / 86_400_000)
  return Math.round(earned * 2 ** (-quietDays / HALF_LIFE_DAYS))
}

/**
 * A figure by which people sort as by their depth, at every moment alike: earned * 2^(-(t - heard) / h) falls for all at
 * the same pace, so log2(earned) + heard / h keeps their order whatever t is.
 */
export function depthOrder({ earned, heardAt }: EarnedDepth): number {
  if (!heardAt || earned <= 0) return -1e6
  return Math.log2(earned) + heardAt.getTime() / 86_400_000 / HALF_LIFE_DAYS
}

/**
 * How deep a relationship goes, 0 to 100, with its arithmetic. What predicts the strength of a tie is how much, how
 * recently and how mutually people talk, and what they tell each other (Gilbert and Karahalios, "Predicting Tie Strength
 * with Social Media", CHI 2009); the weights are ours. Speed is shown and not counted, so that one more answered ask can
 * never lower the figure. Silence only lowers it, and only theirs counts: writing more into silence restores nothing.
 * Somebody who never wrote or spoke with us has 0. Words are not counted.
 */
export function depthOf(s: Standing, at: Date, beyond: BeyondMail = NO_MORE_THAN_MAIL): Depth {
  const exact = earnedDepth(s, beyond)
  if (!exact.heardAt)
    return { depth: 0, parts: [{ label: 'Has not written or spoken with you', points: 0, of: 100 }] }
  const lines = linesOf(s, beyond)
  const earned = Math.round(exact.earned)
  const quietDays = Math.max(0, (at.getTime() - exact.heardAt.getTime()) / 86_400_000)
  const depth = decayed(exact, at)
  const points = wholePoints(lines, earned)
  const parts = lines.map(({ label, of }, i) => ({ label, points: points[i] ?? 0, of }))
  const days = Math.floor(quietDays)
  const quiet = days === 1 ? 'Quiet for one day' : `Quiet for ${days} days`
  return depth === earned
    ? { depth, parts }
    : { depth, parts: [...parts, { label: quiet, points: depth - earned, of: 0 }] }
}
