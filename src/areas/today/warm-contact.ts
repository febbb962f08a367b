import { counts, type Relation, type Standing, type Zone } from '../relationships/door.ts'
import { type CompanyOnLine, fitted, type PersonOnLine } from './item-shape.ts'
import { saidMonth } from './said-time.ts'

const DAY = 86_400_000
const QUIET_DAYS = 90
const RECENT_DAYS = 30

/** The most warm people on one morning. */
export const WARM_PLACES = 20

export interface WarmCandidate {
  person: PersonOnLine
  company: CompanyOnLine | null
  relation: Relation
  /** Not of our own domain. */
  outside: boolean
  depth: number
  executive: boolean
  standing: Standing
  /** The last call, meeting or visit; absent or null where there is none. */
  lastSpoken?: Date | null
}

export interface WarmContact extends WarmCandidate {
  /** 0 to 1, for order only: it is no probability. */
  likely: number
  because: string
  lastTouch: Date
}

/**
 * Whether this is a morning for warm people: no mail yet; none in the last 30 days; or nobody who counts was heard in
 * the last 30 days of mail. `lastAskedAt`: when one of them was last heard, asking or not.
 */
export function isDayZero(mail: { lastMailAt: Date | null; lastAskedAt: Date | null }, at: Date): boolean {
  if (!mail.lastMailAt) return true
  if (at.getTime() - mail.lastMailAt.getTime() > RECENT_DAYS * DAY) return true
  return !mail.lastAskedAt || mail.lastMailAt.getTime() - mail.lastAskedAt.getTime() > RECENT_DAYS * DAY
}

/** A real exchange in both directions, outside, that ended a quarter of a year ago or more. */
function isWarm({ outside, relation, standing: s, lastSpoken }: WarmCandidate, at: Date): boolean {
  if (!outside || !(counts(relation) || relation === 'unsorted')) return false
  const isTwoWay = s.sent >= 2 && s.received >= 2 && s.exchanges >= 2 && s.exchangeDays >= 2
  const last = Math.max(s.lastTouch?.getTime() ?? 0, lastSpoken?.getTime() ?? 0)
  return isTwoWay && last > 0 && at.getTime() - last >= QUIET_DAYS * DAY
}

/**
 * How likely to answer, from what they did: the share of my asks that they answered (held back while few; weight 0.4),
 * mails both ways (0.25), threads that they began (0.15), mails to one another alone (0.2). The weights are ours.
 */
function likelyOf(s: Standing): number {
  const settled = s.theyAnswer.asks - s.theyAnswer.open
  const filled = (count: number, half: number): number => 1 - 2 ** (-count / half)
  return (
    0.4 * (s.theyAnswer.answered / (settled + 2)) +
    0.25 * filled(Math.min(s.sent, s.received), 8) +
    0.15 * filled(s.theyBegan, 3) +
    0.2 * (s.aloneMails / (s.sent + s.received))
  )
}

function becauseOf(s: Standing, lastTouch: Date, zone: Zone): string {
  const settled = s.theyAnswer.asks - s.theyAnswer.open
  const until = saidMonth(lastTouch, zone)
  if (settled >= 3 && s.theyAnswer.answered > 0) {
    return `answered ${s.theyAnswer.answered} of your ${settled} asks; last mail in ${until}`
  }
  return `wrote you ${s.received} mails, you ${s.sent}, on ${s.activeDays} days; last in ${until}`
}

/** The warm people most likely to answer, at most twenty, each with its why. Ties by id. */
export function warmContacts(candidates: readonly WarmCandidate[], at: Date, zone: Zone): WarmContact[] {
  return candidates
    .filter((candidate) => isWarm(candidate, at))
    .map((candidate) => {
      const { standing } = candidate
      const lastTouch = standing.lastTouch ?? at
      return {
        ...candidate,
        likely: likelyOf(standing),
        because: fitted(becauseOf(standing, lastTouch, zone)),
        lastTouch,
      }
    })
    .sort((a, b) => b.likely - a.likely || (a.person.id < b.person.id ? -1 : 1))
    .slice(0, WARM_PLACES)
}
