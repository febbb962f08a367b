import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { driftOf } from './drifting.ts'
import { standingOf } from './standing.ts'
import { anyTouches, onDay, touch } from './touches-for-tests.ts'

const drift = (days: number[], at: number) =>
  driftOf(
    standingOf(
      days.map((day) => touch('in', day)),
      onDay(at),
    ),
    onDay(at),
  )

describe('driftOf', () => {
  it.each([
    ['a weekly pair after ten days', [0, 7, 14, 21, 28, 35], 45, 'in touch'],
    ['a weekly pair after thirteen days', [0, 7, 14, 21, 28, 35], 48, 'in touch'],
    ['a weekly pair after three weeks', [0, 7, 14, 21, 28, 35], 56, 'drifting'],
    ['a monthly pair after five weeks', [0, 30, 60, 90, 120], 155, 'in touch'],
    ['a monthly pair after six weeks', [0, 30, 60, 90, 120], 161, 'drifting'],
    ['a pair with one long pause, past its usual ones', [0, 5, 10, 15, 75, 80, 85, 90, 95], 115, 'drifting'],
    ['a daily pair after a fortnight', [0, 1, 2, 3, 4, 20, 30, 31], 45, 'in touch'],
    ['more than a year', [0, 7, 14, 21, 28, 35], 401, 'lost'],
    ['one busy week', [0, 1, 2, 3, 4, 5], 90, 'no rhythm'],
    ['four days of contact', [0, 20, 40, 60], 200, 'no rhythm'],
    ['nobody', [], 10, 'no rhythm'],
  ])('judges %s', (_, days, at, state) => expect(drift(days, at).state).toBe(state))

  it('states the fact in one short line', () => {
    expect(drift([0, 30, 60, 90, 120], 161).because).toBe(
      '41 days quiet; the two of you have never gone past 30',
    )
    expect(drift([0, 5, 10, 15, 75, 80, 85, 90, 95], 115).because).toBe(
      '20 days quiet; four in five of your 8 pauses stayed within 5',
    )
  })

  it('is reset by any real contact, and never says drifting within a fortnight', () => {
    fc.assert(
      fc.property(anyTouches, fc.nat(60), (touches, day) => {
        const now = onDay(400 + day)
        const found = driftOf(standingOf(touches, now), now)
        expect(found.because.length).toBeLessThanOrEqual(90)
        if (found.state === 'drifting') {
          expect(found.quietDays).toBeGreaterThan(14)
          const hello = touch('out', 400 + day - 1, { messageId: 'hello', opens: true })
          expect(driftOf(standingOf([...touches, hello], now), now).state).not.toBe('drifting')
        }
      }),
    )
  })
})
