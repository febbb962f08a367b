import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standingOf } from './standing.ts'
import type { Touch } from './touch.ts'
import { anyTouches, onDay, touch } from './touches-for-tests.ts'

const mirrored = (touches: Touch[]): Touch[] =>
  touches.map((one) => ({ ...one, direction: one.direction === 'in' ? 'out' : 'in' }))

describe('standingOf', () => {
  it('says nothing of somebody without mail', () => {
    const none = standingOf([], onDay(0))
    expect(none).toMatchObject({ sent: 0, received: 0, firstTouch: null, rhythm: null, unansweredInARow: 0 })
    expect(none.reciprocity).toEqual({ value: null, parts: [] })
    expect(none.theyAnswer).toEqual({ asks: 0, answered: 0, open: 0, medianHours: null })
  })

  it('takes a mail back in the thread for an answer, however late', () => {
    const ask = touch('out', 0, { asks: true, threadId: 't' })
    const back = touch('in', 60, { threadId: 't', opens: false, alone: false })
    expect(standingOf([ask, back], onDay(61)).theyAnswer).toEqual({
      asks: 1,
      answered: 1,
      open: 0,
      medianHours: 1440,
    })
  })

  it.each([
    ['to me alone on the tenth business day', 12.4, true, 1],
    ['to me alone after it', 16, true, 0],
    ['with others on it', 2, false, 0],
  ])('judges a mail in another thread, %s', (_, day, alone, answered) => {
    const ask = touch('out', 0, { asks: true })
    expect(standingOf([ask, touch('in', day, { alone })], onDay(100)).theyAnswer.answered).toBe(answered)
  })

  it('keeps an ask open for ten business days', () => {
    const ask = touch('out', 1, { asks: true })
    expect(standingOf([ask], onDay(15)).theyAnswer).toMatchObject({ asks: 1, answered: 0, open: 1 })
    expect(standingOf([ask], onDay(16)).theyAnswer).toMatchObject({ asks: 1, answered: 0, open: 0 })
  })

  it('counts no ask that was only a copy, and no mail of the same second as its answer', () => {
    const copied = touch('out', 0, { asks: true, direct: false })
    expect(standingOf([copied], onDay(1)).theyAnswer.asks).toBe(0)
    const together = [touch('out', 0, { asks: true, threadId: 't' }), touch('in', 0, { threadId: 't' })]
    expect(standingOf(together, onDay(1)).theyAnswer.answered).toBe(0)
  })

  it('answers as on a past day', () => {
    const mails = [touch('out', 0), touch('in', 5), touch('out', 9)]
    expect(standingOf(mails, onDay(6))).toEqual(standingOf(mails.slice(0, 2), onDay(6)))
  })

  it('reads rhythm, exchanges, beginnings and what is unanswered in a row', () => {
    const mails = [
      touch('out', 0, { threadId: 'a' }),
      touch('in', 3, { threadId: 'a', opens: false }),
      touch('out', 10, { threadId: 'a', opens: false }),
      touch('in', 20, { threadId: 'b' }),
      touch('out', 41, { threadId: 'c' }),
      touch('out', 44, { threadId: 'c', opens: false }),
    ]
    const s = standingOf(mails, onDay(50))
    expect(s.rhythm).toEqual({ gaps: 5, medianDays: 7, p80Days: 12.2, maxDays: 21, spanDays: 44 })
    expect(s).toMatchObject({
      exchanges: 2,
      exchangeDays: 2,
      iBegan: 2,
      theyBegan: 1,
      unansweredInARow: 2,
      activeDays: 6,
    })
    expect(s.lastMessageId).toBe('out-44')
  })

  it('weighs gifts, waits and answers from -1 to 1', () => {
    const mails = [touch('in', 0), touch('in', 1)]
    const gifts = [{ at: onDay(0), by: 'them' as const }]
    expect(standingOf(mails, onDay(2), 'UTC', gifts).reciprocity.value).toBe(1)
    expect(standingOf(mirrored(mails), onDay(2)).reciprocity.value).toBe(-1)
  })

  it('calls a trend only where the counts differ clearly', () => {
    const many = Array.from({ length: 20 }, (_, i) => touch('in', 100 + i * 4, { messageId: `n${i}` }))
    expect(standingOf(many, onDay(185)).trend).toMatchObject({ direction: 'more', n: 20 })
    expect(standingOf(many, onDay(275)).trend.direction).toBe('less')
    expect(standingOf(many.slice(0, 4), onDay(150)).trend.direction).toBe('not enough yet')
  })

  it('holds for any history', () => {
    fc.assert(
      fc.property(anyTouches, fc.integer({ min: 0, max: 500 }), (touches, day) => {
        const s = standingOf(touches, onDay(day))
        const turned = standingOf(mirrored(touches), onDay(day))
        expect(standingOf([...touches].reverse(), onDay(day))).toEqual(s)
        expect([turned.sent, turned.theyAnswer, turned.iBegan]).toEqual([s.received, s.iAnswer, s.theyBegan])
        expect(turned.exchanges).toBe(s.exchanges)
        if (s.reciprocity.value !== null)
          expect(turned.reciprocity.value).toBeCloseTo(-s.reciprocity.value, 9)
        else expect(turned.reciprocity.value).toBeNull()
        for (const { value } of s.reciprocity.parts) expect(Math.abs(value)).toBeLessThanOrEqual(1)
        for (const side of [s.theyAnswer, s.iAnswer]) {
          expect(side.answered + side.open).toBeLessThanOrEqual(side.asks)
          expect(side.medianHours === null).toBe(side.answered === 0)
        }
        expect(s.unansweredInARow).toBeLessThanOrEqual(s.sent)
      }),
    )
  })
})
