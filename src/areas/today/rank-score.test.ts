import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byRank, type RankTerms, rankScore } from './rank-score.ts'

const plain: RankTerms = {
  kind: 'reply-owed',
  depth: 0,
  executive: false,
  alone: false,
  waited: null,
  likely: 0,
}
const score = (more: Partial<RankTerms>): number => rankScore({ ...plain, ...more }).score
const waited = (hours: number, usualHours: number | null = 24) => ({ waited: { hours, usualHours } })

describe('rankScore', () => {
  it('shows its arithmetic', () => {
    expect(rankScore({ ...plain, depth: 71, executive: true, alone: true, ...waited(96, 9) })).toEqual({
      score: 88.2,
      scoreParts: [
        { label: 'an answer is owed', points: 40 },
        { label: 'depth 71 of 100', points: 14.2 },
        { label: 'waited four days, usually nine hours', points: 20 },
        { label: 'asked you alone', points: 8 },
        { label: 'an executive', points: 6 },
      ],
    })
  })

  it('puts an answer owed before a follow-up, and that before drifting, all else alike', () => {
    const all = (['reply-owed', 'follow-up-due', 'drifting'] as const).map((kind) =>
      score({ kind, depth: 40, ...waited(50) }),
    )
    expect(all).toEqual([...all].sort((a, b) => b - a))
  })

  it('rises with the wait for a fortnight, sooner for pairs that are used to speed, and fades with age', () => {
    expect(score(waited(48))).toBeGreaterThan(score(waited(24)))
    expect(score(waited(24, 2))).toBeGreaterThan(score(waited(24, 100)))
    expect(score(waited(24 * 90))).toBeLessThan(score(waited(24 * 10)))
    expect(score(waited(24 * 44))).toBeCloseTo(40 + 10, 0)
  })

  it('never falls with depth, an executive, or being asked alone', () => {
    const terms = fc.record({
      depth: fc.nat(100),
      executive: fc.boolean(),
      alone: fc.boolean(),
      hours: fc.nat(9000),
    })
    fc.assert(
      fc.property(terms, fc.nat(100), ({ hours, ...given }, more) => {
        const here = score({ ...given, ...waited(hours) })
        expect(
          score({ ...given, ...waited(hours), depth: Math.min(100, given.depth + more) }),
        ).toBeGreaterThanOrEqual(here)
        expect(score({ ...given, ...waited(hours), executive: true })).toBeGreaterThanOrEqual(here)
        expect(score({ ...given, ...waited(hours), alone: true })).toBeGreaterThanOrEqual(here)
      }),
    )
  })
})

describe('byRank', () => {
  it('settles ties by the longer wait, then by key', () => {
    const line = (key: string, day: number) => ({ score: 1, since: new Date(day), key })
    const lines = [line('b', 2), line('a', 2), line('c', 1)]
    expect(lines.sort(byRank).map((one) => one.key)).toEqual(['c', 'a', 'b'])
  })
})
