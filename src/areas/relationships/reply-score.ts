import { type Answer, stateOf, waitingsOf } from './answers.ts'
import type { Zone } from './business-days.ts'
import { median } from './quantile.ts'
import type { ScoredMail } from './scored-mail.ts'

/** Under this many settled mails a share is shown with its n and never ranked. */
export const RANKABLE = 30

/** A share with all that it needs to be read honestly. */
export interface Share {
  /** Settled mails: answered, or ten business days over. */
  n: number
  answered: number
  /** Unanswered with time left: in neither n nor answered. */
  open: number
  /** answered / n; null for n = 0. */
  share: number | null
  /** Wilson's 95 % interval (Wilson 1927); null for n = 0. */
  interval: { low: number; high: number } | null
  /** Median hours to the answer, over the answered; null where there is none. */
  medianHours: number | null
  /** Null from n = 30 on; below, the words to show where a ranking would stand. */
  notEnough: string | null
}

export interface ReplyScore {
  /** Of my mails with an ask and my first mails: those that a person answered within ten business days. */
  theyAnswered: { all: Share; known: Share; fresh: Share }
  /** Of their mails to me with an ask: those that I answered. */
  iAnswered: { all: Share; known: Share; fresh: Share }
  /** Insights sent without an ask: those that a person answered all the same. */
  answeredUnasked: Share
}

interface Settled extends Omit<Answer, 'ask'> {
  known: boolean
}

/** Wilson's score interval for a share, at 95 %. */
function wilson(hits: number, n: number): { low: number; high: number } | null {
  if (n === 0) return null
  const [z, p] = [1.959964, hits / n]
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return { low: Math.max(0, Math.min(p, middle - half)), high: Math.min(1, Math.max(p, middle + half)) }
}

function shareOf(mails: readonly Settled[]): Share {
  const done = mails.filter((mail) => mail.state !== 'open')
  const answered = done.filter((mail) => mail.state === 'answered')
  const n = done.length
  return {
    n,
    answered: answered.length,
    open: mails.length - n,
    share: n === 0 ? null : answered.length / n,
    interval: wilson(answered.length, n),
    medianHours: median(answered.flatMap((mail) => (mail.hours === null ? [] : [mail.hours]))),
    notEnough: n < RANKABLE ? `not enough yet: ${n} of ${RANKABLE}` : null,
  }
}

const split = (mails: readonly Settled[]): ReplyScore['theyAnswered'] => ({
  all: shareOf(mails),
  known: shareOf(mails.filter((mail) => mail.known)),
  fresh: shareOf(mails.filter((mail) => !mail.known)),
})

/** One mail to several people is one mail: answered when one of them answered, open while one of them may. */
function together(rows: readonly Settled[]): Settled {
  const answers = rows.filter((row) => row.state === 'answered')
  const earliest = answers.sort((a, b) => (a.hours ?? 0) - (b.hours ?? 0))[0]
  const one = earliest ?? rows.find((row) => row.state === 'open') ?? rows[0]
  return { state: 'unanswered', answeredAt: null, hours: null, ...one, known: rows.some((row) => row.known) }
}

/**
 * The score, one definition for every screen: of my mails with an ask, and my first mails, to people whose relation
 * counts, the share that a person answered within ten business days; of theirs to me with an ask, the share that I
 * answered, and how fast. A mail answered later than ten business days counts as unanswered in the first, as answered
 * in the second. Copies (not in To) count for nobody. Bounces and auto-replies are no human mails and are never given.
 *
 * `mails`: all rows known, before and after the span. `since`: only mails from then on are scored (answers to them are
 * always looked for). `at`: nothing later is looked at. `zone`: whose business days.
 */
export function replyScore(
  mails: readonly ScoredMail[],
  at: Date,
  span: { since?: Date; zone?: Zone } = {},
): ReplyScore {
  const { since, zone = 'UTC' } = span
  const rows = {
    mine: new Map<string, Settled[]>(),
    theirs: [] as Settled[],
    insights: new Map<string, Settled[]>(),
  }
  const seen = mails.filter((mail) => mail.counts && mail.at <= at)
  for (const person of Map.groupBy(seen, (mail) => mail.personId).values()) {
    person.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.messageId < b.messageId ? -1 : 1))
    const waitings = waitingsOf(person)
    for (const mail of person) {
      if (!mail.direct || (since && mail.at < since)) continue
      const waiting = waitings.get(mail) ?? { sameThread: null, alone: null }
      const settled = { ...stateOf(mail.at, waiting, at, zone), known: mail.known }
      const isUnasked = mail.insight && !mail.asks
      if (mail.direction === 'in') {
        if (mail.asks) rows.theirs.push(settled)
      } else if (isUnasked || mail.asks || mail.firstToPerson) {
        const into = isUnasked ? rows.insights : rows.mine
        into.set(mail.messageId, [...(into.get(mail.messageId) ?? []), inTime(mail, settled, zone)])
      }
    }
  }
  return {
    theyAnswered: split([...rows.mine.values()].map(together)),
    iAnswered: split(rows.theirs),
    answeredUnasked: shareOf([...rows.insights.values()].map(together)),
  }
}

/** An answer after the ten business days is no answer for the score. */
function inTime(mail: ScoredMail, settled: Settled, zone: Zone): Settled {
  if (settled.state !== 'answered' || !settled.answeredAt) return settled
  const verdict = stateOf(mail.at, { sameThread: null, alone: settled.answeredAt }, settled.answeredAt, zone)
  return { ...settled, ...verdict }
}
