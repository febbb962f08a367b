import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { morning } from './morning.ts'
import type { MorningInput } from './morning-candidates.ts'
import { morningSentence } from './morning-sentence.ts'
import { input, owed, thisMorning, waiting } from './today-cases.ts'

const said = (given: Partial<MorningInput>) => morningSentence(morning(input(given)))
const people = (n: number) => Array.from({ length: n }, (_, i) => owed(`p${i}`, 2))
const kit = [{ piece: 'relations' as const, name: 'Say whose mail counts', because: 'nine people wait' }]

describe('morningSentence', () => {
  it.each([
    [{ owed: people(10), kit }, 'Ten people and a thought, about an hour.'],
    [{ owed: people(1) }, 'One person, about five minutes.'],
    [{ owed: [owed('ilse', 1), owed('ilse', 2)] }, 'One person, about ten minutes.'],
    [{ owed: people(13) }, '13 people, about an hour and a half.'],
    [{ owed: people(30) }, '30 people, about three hours.'],
    [{ kit }, 'A thought, about five minutes.'],
    [{}, 'Nobody is waiting for you.'],
  ])('counts: %#', (given, title) => expect(said(given).title).toBe(title))

  it('does not say that nobody waits while a line was only put off', () => {
    const key = morning(input({ owed: people(1) })).items[0]?.key ?? ''
    const snoozed = said({
      owed: people(1),
      decisions: [{ key, what: 'snoozed', at: thisMorning, until: new Date('2030-01-01') }],
    })
    expect(snoozed).toMatchObject({
      title: 'Nobody else is waiting for you.',
      because: '1 snoozed; nothing else is due',
    })
    const done = said({ owed: people(1), decisions: [{ key, what: 'done', at: thisMorning, until: null }] })
    expect(done).toMatchObject({
      title: 'Nobody is waiting for you.',
      because: '1 done; nothing else is due',
    })
  })

  it('says that it ends, and what waits for tomorrow', () => {
    expect(said({ owed: people(1) }).end).toBe(
      'That is all of it. Nothing more will be added before tomorrow, unless someone writes.',
    )
    const many = Array.from({ length: 10 }, (_, i) => waiting(`p${i}`, 6))
    expect(said({ waiting: many }).end).toBe(
      'That is all for today. Three more wait for tomorrow; until then nothing is added, unless someone writes.',
    )
  })

  it('is one sentence, whatever the morning', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(20), (a, b) => {
        const { title } = said({
          owed: people(a),
          waiting: Array.from({ length: b }, (_, i) => waiting(`w${i}`, 6)),
        })
        expect(title).toMatch(/^[A-Z0-9][^.]*\.$/)
      }),
    )
  })
})
