import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decision } from './decision.ts'
import { fitted } from './item-shape.ts'
import { morning, PLACES } from './morning.ts'
import type { MorningInput } from './morning-candidates.ts'
import { daysAgo, drifter, input, owed, thisMorning, waiting } from './today-cases.ts'

const kinds = (given: Partial<MorningInput>) => morning(input(given)).items.map((item) => item.kind)
const becauseOf = (given: Partial<MorningInput>) => morning(input(given)).items[0]?.because
const decision = (key: string, what: Decision['what'], at: Date, until: Date | null = null): Decision => ({
  key,
  what,
  at,
  until,
})

describe('morning', () => {
  it.each([
    [
      { owed: [owed('ilse', 5)] },
      'asked you alone one thing on Thursday; you usually answer Ilse in nine hours',
    ],
    [
      { owed: [owed('ilse', 1, { usualHours: null, asks: 2, alone: false })] },
      'asked two things yesterday; no answer for one day',
    ],
    [{ owed: [owed('ilse', 0.1, { usualHours: null, alone: false })] }, 'asked one thing today'],
    [
      { owed: [owed('ilse', 400, { usualHours: null })] },
      'asked you alone one thing on 14 October 2024; no answer for 400 days',
    ],
    [{ waiting: [waiting('signe', 6)] }, 'four business days without an answer; you asked on Wednesday'],
    [
      { waiting: [waiting('signe', 6, { unansweredInARow: 2 })] },
      'two mails in a row without an answer; four business days since the last',
    ],
    [{ drifting: [drifter('matthias', 41)] }, '41 days quiet; the two of you have never gone past 30'],
    [
      { kit: [{ piece: 'mailbox' as const, name: 'Bring your mail', because: 'no mail yet' }] },
      'no mail yet',
    ],
  ])('gives its because: %#', (given, because) => expect(becauseOf(given)).toBe(because))

  it.each([
    ['a follow-up after two business days', { waiting: [waiting('a', 1)] }, []],
    ['a follow-up after three', { waiting: [waiting('a', 5)] }, ['follow-up-due']],
    ['a follow-up after a quarter of a year', { waiting: [waiting('a', 90)] }, []],
    ['somebody beyond the places', { drifting: [drifter('a', 41, { layer: null })] }, []],
    [
      'a pause after a year',
      { drifting: [drifter('a', 400, { drift: { ...drifter('a', 400).drift, state: 'lost' } })] },
      [],
    ],
    ['an ask of tomorrow', { owed: [owed('a', -1)] }, []],
    [
      'one person in three ways',
      { owed: [owed('a', 2)], waiting: [waiting('a', 6)], drifting: [drifter('a', 41)] },
      ['reply-owed'],
    ],
    [
      'a person waited for and drifting',
      { waiting: [waiting('a', 6)], drifting: [drifter('a', 41)] },
      ['follow-up-due'],
    ],
  ])('decides on %s', (_, given, expected) => expect(kinds(given)).toEqual(expected))

  it('counts business days where the other person is', () => {
    // Sunday evening in Berlin is Monday in Auckland: one business day more.
    const at = new Date('2025-11-16T20:00:00+01:00')
    const sent = { askedAt: new Date('2025-11-12T10:00:00+01:00') }
    const inZone = (zone: string) => kinds({ at, waiting: [waiting('a', 0, { ...sent, zone })] })
    expect([inZone('Europe/Berlin'), inZone('Pacific/Auckland')]).toEqual([[], ['follow-up-due']])
  })

  it('folds whoever does not count into one line, colleagues and strangers apart', () => {
    const list = morning(
      input({
        owed: [
          owed('a', 1, { relation: 'colleague' }),
          owed('b', 2, { relation: 'unsorted' }),
          owed('b', 3, { relation: 'unsorted' }),
        ],
      }),
    )
    expect(list.items).toEqual([])
    expect(list.folded).toEqual([
      { relation: 'unsorted', people: 1, asks: 2 },
      { relation: 'colleague', people: 1, asks: 1 },
    ])
  })

  it('never cuts what is owed, cuts the rest and says how much waits for tomorrow', () => {
    const ids = Array.from({ length: 60 }, (_, i) => `p${i}`)
    const list = morning(
      input({
        owed: ids.map((id) => owed(id, 3)),
        waiting: ids.map((id) => waiting(`w${id}`, 6)),
        drifting: ids.map((id) => drifter(`d${id}`, 41)),
      }),
    )
    const count = (kind: string) => list.items.filter((item) => item.kind === kind).length
    expect([count('reply-owed'), count('follow-up-due'), count('drifting')]).toEqual([60, 7, 5])
    expect(list.more).toContainEqual({
      kind: 'follow-up-due',
      n: 53,
      because: '53 more follow-ups tomorrow; a morning holds 7',
    })
  })

  it('ends once it was worked through: a decided line keeps its place until tomorrow', () => {
    const ids = Array.from({ length: 9 }, (_, i) => waiting(`p${i}`, 6))
    const first = morning(input({ waiting: ids }))
    const decisions = first.items.map((item) => decision(item.key, 'dismissed', thisMorning))
    const after = morning(input({ waiting: ids, decisions }))
    expect(after.items).toEqual([])
    expect(after).toMatchObject({ hidden: { dismissed: 7 }, more: [{ n: 2 }] })
    const tomorrow = new Date(thisMorning.getTime() + 86_400_000)
    expect(morning(input({ waiting: ids, decisions, at: tomorrow })).items).toHaveLength(2)
  })

  it('hides a decided line until a new mail comes, a snoozed one until its time, and knows nothing of later decisions', () => {
    const key = morning(input({ owed: [owed('ilse', 5)] })).items[0]?.key ?? ''
    const list = (decisions: Decision[], more = [owed('ilse', 5)]) =>
      morning(input({ owed: more, decisions })).items.length
    expect(list([decision(key, 'done', daysAgo(1))])).toBe(0)
    expect(list([decision(key, 'done', daysAgo(1))], [owed('ilse', 4)])).toBe(1)
    expect(list([decision(key, 'snoozed', daysAgo(1), daysAgo(-1))])).toBe(0)
    expect(list([decision(key, 'snoozed', daysAgo(1), thisMorning)])).toBe(1)
    expect(list([decision(key, 'done', daysAgo(-1))])).toBe(1)
    expect(
      list([decision(key, 'snoozed', daysAgo(2), daysAgo(1)), decision(key, 'dismissed', daysAgo(1))]),
    ).toBe(0)
  })

  it('holds for any morning', () => {
    const id = fc.constantFrom('ann', 'bo', 'cy', 'di', 'ed', 'flo', 'gus', 'hal')
    const days = fc.integer({ min: -3, max: 120 })
    const weight = {
      depth: fc.nat(100),
      executive: fc.boolean(),
      relation: fc.constantFrom('buyer', 'customer', 'unsorted', 'pitch'),
    }
    const any = fc.record({
      owed: fc
        .array(fc.tuple(id, days, fc.record(weight)), { maxLength: 12 })
        .map((all) => all.map(([i, d, w]) => owed(i, d, w as object))),
      waiting: fc
        .array(fc.tuple(id, days, fc.record(weight)), { maxLength: 12 })
        .map((all) => all.map(([i, d, w]) => waiting(i, d, w as object))),
      drifting: fc
        .array(fc.tuple(id, fc.integer({ min: 38, max: 300 })), { maxLength: 8 })
        .map((all) => all.map(([i, d]) => drifter(i, d))),
    })
    fc.assert(
      fc.property(any, (given) => {
        const list = morning(input(given))
        const turned = {
          owed: given.owed.toReversed(),
          waiting: given.waiting.toReversed(),
          drifting: given.drifting.toReversed(),
        }
        expect(morning(input(turned)).items.map((item) => [item.rank, item.score])).toEqual(
          list.items.map((item) => [item.rank, item.score]),
        )
        const asked = given.owed.filter(
          (one) => one.askedAt <= thisMorning && ['buyer', 'customer'].includes(one.relation),
        )
        for (const one of asked)
          expect(list.items.some((item) => item.thread?.messageId === one.thread.messageId)).toBe(true)
        expect(new Set(list.items.map((item) => item.key)).size).toBe(list.items.length)
        for (const [i, item] of list.items.entries()) {
          expect(item.rank).toBe(i + 1)
          expect(item.score).toBeLessThanOrEqual(list.items[i - 1]?.score ?? 1000)
          expect(item.scoreParts.reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(item.score, 9)
          expect(item.because).toMatch(/^[^A-Z].{3,89}$/)
        }
        for (const item of list.items.slice(0, 3)) {
          const without = morning(input({ ...given, decisions: [decision(item.key, 'done', thisMorning)] }))
          expect(without.items.map((one) => one.key)).toEqual(
            list.items.filter((one) => one !== item).map((one) => one.key),
          )
        }
        expect(list.items.filter((item) => item.kind === 'follow-up-due').length).toBeLessThanOrEqual(
          PLACES['follow-up-due'],
        )
      }),
    )
  })
})

describe('fitted', () => {
  it('cuts a long line at a word', () => {
    expect(fitted('a short line')).toBe('a short line')
    expect(fitted(`asked one thing; ${'x'.repeat(40)} ${'y'.repeat(60)}`)).toBe(
      `asked one thing; ${'x'.repeat(40)}…`,
    )
    expect(fitted('z'.repeat(200))).toHaveLength(90)
  })
})
