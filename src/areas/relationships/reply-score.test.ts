import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replyScore } from './reply-score.ts'
import { type ScoredMail, scoredMailsOf } from './scored-mail.ts'
import type { Touch } from './touch.ts'
import { anyTouches, onDay, touch } from './touches-for-tests.ts'

const ilse = { personId: 'ilse', counts: true }
const kofi = { personId: 'kofi', counts: true }
const ask = (day: number, more: Partial<Touch> = {}): Touch =>
  touch('out', day, { asks: true, threadId: `t${day}`, ...more })
const answer = (day: number, to: number): Touch => touch('in', day, { threadId: `t${to}`, opens: false })
const scoreOf = (touches: Touch[], at = 200, insights?: ReadonlySet<string>) =>
  replyScore(scoredMailsOf(ilse, touches, insights), onDay(at))

describe('replyScore', () => {
  it('takes my asks and my first mails, and what was answered within ten business days', () => {
    const { theyAnswered } = scoreOf([touch('out', 0), ask(30), answer(31, 30), ask(60), answer(90, 60)])
    expect(theyAnswered.all).toMatchObject({ n: 3, answered: 1, open: 0, share: 1 / 3, medianHours: 24 })
  })

  it('splits known people from new ones at the moment of the mail', () => {
    const { theyAnswered } = scoreOf([ask(0), answer(1, 0), ask(30), answer(31, 30)])
    expect([theyAnswered.fresh.n, theyAnswered.known.n, theyAnswered.all.n]).toEqual([1, 1, 2])
  })

  it('leaves mails whose ten business days are not over apart', () => {
    expect(scoreOf([ask(1)], 15).theyAnswered.all).toMatchObject({
      n: 0,
      open: 1,
      share: null,
      interval: null,
    })
    expect(scoreOf([ask(1)], 16).theyAnswered.all).toMatchObject({ n: 1, open: 0, share: 0 })
  })

  it('counts what I answered of their asks, late ones too, and how fast', () => {
    const theirs = [
      touch('in', 0, { asks: true, threadId: 'a' }),
      touch('out', 40, { threadId: 'a', opens: false }),
    ]
    expect(scoreOf(theirs).iAnswered.all).toMatchObject({ n: 1, answered: 1, medianHours: 960 })
  })

  it('counts insights without an ask apart, also when they are the first mail', () => {
    const score = scoreOf(
      [touch('out', 0), touch('in', 1), touch('out', 30, { messageId: 'i2' })],
      200,
      new Set(['out-0', 'i2']),
    )
    expect(score.answeredUnasked).toMatchObject({ n: 2, answered: 1 })
    expect(score.theyAnswered.all.n).toBe(0)
  })

  it('counts one mail to several people once, answered when one of them answered', () => {
    const group = { asks: true, alone: false, messageId: 'm', threadId: 'm' }
    const mails = [
      ...scoredMailsOf(ilse, [touch('out', 0, group)]),
      ...scoredMailsOf(kofi, [touch('out', 0, group), touch('in', 1, { threadId: 'm' })]),
    ]
    expect(replyScore(mails, onDay(100)).theyAnswered.all).toMatchObject({ n: 1, answered: 1 })
  })

  it('looks at no person whose relation does not count, at no copy, and at nothing after its moment', () => {
    expect(
      replyScore(scoredMailsOf({ personId: 'x', counts: false }, [ask(0)]), onDay(100)).theyAnswered.all.n,
    ).toBe(0)
    expect(scoreOf([ask(0, { direct: false })]).theyAnswered.all.n).toBe(0)
    expect(scoreOf([ask(0), answer(20, 0)], 15)).toEqual(scoreOf([ask(0)], 15))
  })

  it('ranks nothing under thirty, and says how many there are', () => {
    const asks = Array.from({ length: 30 }, (_, i) => ask(i))
    expect(scoreOf(asks.slice(1)).theyAnswered.all.notEnough).toBe('not enough yet: 29 of 30')
    expect(scoreOf(asks).theyAnswered.all.notEnough).toBeNull()
  })

  it('adds up for any mail of any people', () => {
    fc.assert(
      fc.property(anyTouches, anyTouches, fc.integer({ min: 0, max: 500 }), (a, b, day) => {
        const mails: ScoredMail[] = [
          ...scoredMailsOf(ilse, a),
          ...scoredMailsOf(
            kofi,
            b.map((m) => ({ ...m, messageId: `b${m.messageId}` })),
          ),
        ]
        const score = replyScore(mails, onDay(day))
        expect(replyScore([...mails].reverse(), onDay(day))).toEqual(score)
        for (const { all, known, fresh } of [score.theyAnswered, score.iAnswered]) {
          expect(known.n + fresh.n).toBe(all.n)
          expect(known.answered + fresh.answered).toBe(all.answered)
          expect(all.answered).toBeLessThanOrEqual(all.n)
          if (all.share !== null && all.interval) {
            expect(all.interval.low).toBeLessThanOrEqual(all.share)
            expect(all.interval.high).toBeGreaterThanOrEqual(all.share)
          }
        }
        expect(replyScore(mails, onDay(day), { since: onDay(day) }).iAnswered.all.n).toBeLessThanOrEqual(
          score.iAnswered.all.n,
        )
      }),
    )
  })
})
