import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depthOf, HALF_LIFE_DAYS } from './depth.ts'
import { standingOf } from './standing.ts'
import { anyTouches, onDay, touch } from './touches-for-tests.ts'

const depthOn = (touches: Parameters<typeof standingOf>[0], day: number) =>
  depthOf(standingOf(touches, onDay(day)), onDay(day))

const beyond = fc.record({
  spoken: fc.nat(20),
  lastSpoken: fc.constantFrom(null, onDay(3), onDay(300)),
  personalFacts: fc.nat(20),
})

describe('depthOf', () => {
  it('is nought for somebody who never wrote or spoke, however much we wrote', () => {
    const mine = Array.from({ length: 40 }, (_, day) => touch('out', day, { asks: true }))
    expect(depthOn(mine, 41).depth).toBe(0)
    expect(depthOn([], 0).depth).toBe(0)
  })

  it('shows a sum that comes out, for any history', () => {
    fc.assert(
      fc.property(anyTouches, fc.integer({ min: 0, max: 900 }), beyond, (touches, day, more) => {
        const { depth, parts } = depthOf(standingOf(touches, onDay(day)), onDay(day), more)
        expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(depth)
        expect(depth).toBeGreaterThanOrEqual(0)
        expect(depth).toBeLessThanOrEqual(100)
        for (const { points, of } of parts) expect(points).toBeLessThanOrEqual(of === 0 ? 0 : of)
      }),
    )
  })

  it('is never lowered by one more ask that they answered', () => {
    fc.assert(
      fc.property(anyTouches, fc.integer({ min: 0, max: 399 }), fc.boolean(), (touches, day, inThread) => {
        const threadId = inThread ? 't0' : 'fresh'
        const pair = [
          touch('out', day + 0.1, { messageId: 'ask', threadId, asks: true, opens: !inThread }),
          touch('in', day + 0.2, { messageId: 'yes', threadId, opens: false }),
        ]
        expect(depthOn([...touches, ...pair], 420).depth).toBeGreaterThanOrEqual(depthOn(touches, 420).depth)
      }),
    )
  })

  it('is only lowered by silence', () => {
    fc.assert(
      fc.property(anyTouches, fc.nat(600), (touches, more) => {
        expect(depthOn(touches, 400 + more).depth).toBeLessThanOrEqual(depthOn(touches, 400).depth)
      }),
    )
  })

  it('is not raised by writing into silence', () => {
    const met = [touch('in', 0), touch('out', 1), touch('in', 2)]
    const nagged = [
      ...met,
      ...[40, 50, 60].map((day) => touch('out', day, { asks: true, opens: false, threadId: 'in-0' })),
    ]
    expect(depthOn(nagged, 100).depth).toBeLessThanOrEqual(depthOn(met, 100).depth + 1)
  })

  it('halves in its half-life, and says for how long it was quiet', () => {
    const mails = Array.from({ length: 30 }, (_, i) =>
      touch(i % 2 ? 'in' : 'out', i, { threadId: 't', asks: true }),
    )
    const fresh = depthOn(mails, 45)
    const later = depthOn(mails, 29 + HALF_LIFE_DAYS)
    expect(later.depth).toBeGreaterThan(fresh.depth * 0.45)
    expect(later.depth).toBeLessThan(fresh.depth * 0.6)
    expect(later.parts.at(-1)).toMatchObject({ label: `Quiet for ${HALF_LIFE_DAYS} days`, of: 0 })
  })

  it('counts a call with somebody who never wrote', () => {
    const s = standingOf([], onDay(5))
    expect(depthOf(s, onDay(5), { spoken: 2, lastSpoken: onDay(4), personalFacts: 1 }).depth).toBeGreaterThan(
      0,
    )
  })
})
