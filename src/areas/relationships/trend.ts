import type { Touch } from './touch.ts'

const DAYS = 90
const DAY = 86_400_000

/** Mails of the last 90 days against the 90 before. */
export interface Trend {
  days: 90
  recent: { sent: number; received: number }
  before: { sent: number; received: number }
  /** Mails in both spans together: how much there is to judge by. */
  n: number
  direction: 'more' | 'less' | 'steady' | 'not enough yet'
}

/**
 * More or less mail than before. A difference counts when it exceeds what two even Poisson counts show nine times in
 * ten (1.64 times the root of their sum), and under 8 mails nothing is said.
 */
export function trendOf(touches: readonly Touch[], at: Date): Trend {
  const count = (from: number, to: number): { sent: number; received: number } => {
    const within = touches.filter(({ at: then }) => {
      const age = (at.getTime() - then.getTime()) / DAY
      return age >= from && age < to
    })
    const sent = within.filter((touch) => touch.direction === 'out').length
    return { sent, received: within.length - sent }
  }
  const recent = count(0, DAYS)
  const before = count(DAYS, 2 * DAYS)
  const [now, then] = [recent.sent + recent.received, before.sent + before.received]
  const n = now + then
  const clear = Math.abs(now - then) > 1.64 * Math.sqrt(n)
  const direction = n < 8 ? 'not enough yet' : !clear ? 'steady' : now > then ? 'more' : 'less'
  return { days: DAYS, recent, before, n, direction }
}
