import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addBusinessDays, businessDaysBetween, dayIn, isZone } from './business-days.ts'

const at = (text: string): Date => new Date(text)
const zones = [
  'Europe/Berlin',
  'America/Chicago',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'America/Sao_Paulo',
  'UTC',
  -480,
  330,
]
const zone = fc.constantFrom(...zones)
const moment = fc.date({
  min: at('1995-01-01T00:00:00Z'),
  max: at('2035-01-01T00:00:00Z'),
  noInvalidDate: true,
})

describe('businessDaysBetween', () => {
  it.each([
    ['Monday afternoon to Thursday morning', '2026-03-02T16:00:00Z', '2026-03-05T09:00:00Z', 3],
    ['Friday to Sunday', '2026-03-06T10:00:00Z', '2026-03-08T10:00:00Z', 0],
    ['Friday to Monday', '2026-03-06T10:00:00Z', '2026-03-09T08:00:00Z', 1],
    ['Saturday to Monday', '2026-03-07T10:00:00Z', '2026-03-09T08:00:00Z', 1],
    ['a fortnight', '2026-03-02T10:00:00Z', '2026-03-16T08:00:00Z', 10],
    ['the same day', '2026-03-02T01:00:00Z', '2026-03-02T23:00:00Z', 0],
  ])('counts %s', (_, from, to, days) => expect(businessDaysBetween(at(from), at(to), 'UTC')).toBe(days))

  it('counts by the calendar of the reader, not of the server', () => {
    // Sunday 22:00 UTC is Monday morning in Auckland.
    expect(
      businessDaysBetween(at('2026-03-06T10:00:00Z'), at('2026-03-08T22:00:00Z'), 'Pacific/Auckland'),
    ).toBe(1)
    expect(
      businessDaysBetween(at('2026-03-06T10:00:00Z'), at('2026-03-08T22:00:00Z'), 'America/Chicago'),
    ).toBe(0)
  })

  it('leaves holidays out', () => {
    const holidays = new Set(['2026-12-25', '2026-12-26'])
    expect(businessDaysBetween(at('2026-12-24T10:00:00Z'), at('2026-12-28T10:00:00Z'), 'UTC', holidays)).toBe(
      1,
    )
  })

  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 400 }), zone, (from, days, where) => {
        const to = new Date(from.getTime() + days * 86_400_000)
        const seen = new Set<string>()
        for (let ms = from.getTime(); ms <= to.getTime(); ms += 3_600_000)
          seen.add(dayIn(new Date(ms), where))
        seen.add(dayIn(to, where))
        seen.delete(dayIn(from, where))
        const work = [...seen].filter((day) => ![0, 6].includes(at(`${day}T12:00:00Z`).getUTCDay()))
        expect(businessDaysBetween(from, to, where)).toBe(work.length)
      }),
      { numRuns: 40 },
    )
  })
})

describe('addBusinessDays', () => {
  it('keeps the time of day over a change of the clock', () => {
    // Clocks go forward in Berlin on Sunday 29 March 2026.
    expect(addBusinessDays(at('2026-03-27T09:00:00+01:00'), 1, 'Europe/Berlin')).toEqual(
      at('2026-03-30T09:00:00+02:00'),
    )
    expect(addBusinessDays(at('2026-10-23T09:00:00+02:00'), 1, 'Europe/Berlin')).toEqual(
      at('2026-10-26T09:00:00+01:00'),
    )
  })

  it('goes on from a Saturday to Monday', () => {
    expect(addBusinessDays(at('2026-03-07T10:00:00Z'), 1, 'UTC')).toEqual(at('2026-03-09T10:00:00Z'))
  })

  it('is undone by counting, in every zone and over every change of the clock', () => {
    const holidays = fc.constantFrom(undefined, new Set(['2026-12-25', '2001-07-04', '2000-05-01']))
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 300 }), zone, holidays, (from, days, where, off) => {
        expect(businessDaysBetween(from, addBusinessDays(from, days, where, off), where, off)).toBe(days)
      }),
    )
  })
})

describe('dayIn', () => {
  it('is the day that the platform would write, at any moment and on days when the clock changes', () => {
    const named = fc.constantFrom(
      'Europe/Berlin',
      'America/Chicago',
      'Australia/Lord_Howe',
      'Pacific/Auckland',
    )
    const change = fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-04-05', '2001-04-01')
    const near = fc.tuple(change, fc.integer({ min: -2880, max: 2880 })).map(([day, minutes]) => {
      return new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000)
    })
    fc.assert(
      fc.property(fc.oneof(moment, near), named, (when, timeZone) => {
        expect(dayIn(when, timeZone)).toBe(when.toLocaleDateString('en-CA', { timeZone }))
      }),
    )
  })
})

describe('isZone', () => {
  it.each([
    ['Europe/Berlin', true],
    [-480, true],
    ['Mars/Olympus', false],
    [Number.NaN, false],
    [99_999, false],
    [null, false],
  ])('takes %s: %s', (given, ok) => expect(isZone(given)).toBe(ok))
})
