import fc from 'fast-check'
import type { Touch } from './touch.ts'

const DAY = 86_400_000

/** 1 March 2026, a Sunday, noon UTC: day 0 of the tests beside this file. */
export const dayZero = new Date('2026-03-01T12:00:00Z')

/** The moment some days after day 0; fractions are hours. */
export const onDay = (day: number): Date => new Date(dayZero.getTime() + day * DAY)

/** A mail on some day; all that is not said is plain: an own thread, to one person, asking nothing. */
export function touch(direction: Touch['direction'], day: number, more: Partial<Touch> = {}): Touch {
  const messageId = more.messageId ?? `${direction}-${day}`
  return {
    messageId,
    threadId: messageId,
    at: onDay(day),
    direction,
    asks: false,
    alone: true,
    direct: true,
    opens: true,
    ...more,
  }
}

/** Any history of up to 30 mails over 400 days in a handful of threads. */
export const anyTouches: fc.Arbitrary<Touch[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 1600 }).map((quarter) => quarter / 4),
      direction: fc.constantFrom<Touch['direction']>('in', 'out'),
      thread: fc.integer({ min: 0, max: 5 }),
      asks: fc.boolean(),
      alone: fc.boolean(),
      direct: fc.boolean(),
    }),
    { maxLength: 30 },
  )
  .map((mails) => {
    const begun = new Set<number>()
    return mails
      .sort((a, b) => a.day - b.day)
      .map(({ day, direction, thread, ...rest }, i) => {
        const opens = !begun.has(thread)
        begun.add(thread)
        return touch(direction, day, { ...rest, opens, messageId: `m${i}`, threadId: `t${thread}` })
      })
  })
