import { describe, expect, it } from 'vitest'
import { leftOut, missing, whyLeftOut } from './sum-line.tsx'

const counts = { found: 100, stored: 80, duplicates: 12, skipped: { drafts: 5, 'empty entries': 3 } }

describe('the sum of a mailbox', () => {
  it('comes out when each mail found is stored, held twice or left out', () => {
    expect(leftOut(counts)).toBe(8)
    expect(missing(counts)).toBe(0)
  })

  it('counts what it does not account for, in both directions', () => {
    expect(missing({ ...counts, stored: 77 })).toBe(3)
    expect(missing({ ...counts, stored: 82 })).toBe(-2)
  })

  it('names each reason with its count and no reason that has none', () => {
    expect(whyLeftOut({ ...counts, skipped: { drafts: 1205, spam: 0 } }, 'en-GB')).toBe('1,205 drafts')
  })
})
