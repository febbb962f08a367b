import { describe, expect, it } from 'vitest'
import { type KitState, kitItems } from './kit-items.ts'

const state = (more: Partial<KitState> = {}): KitState => ({
  mailboxes: 1,
  mails: 100,
  people: 9,
  proposedOwnAddresses: 2,
  confirmedOwnAddresses: 1,
  unsortedPeople: 0,
  unsortedDomains: 0,
  ...more,
})

describe('kitItems', () => {
  it.each([
    [
      'an empty workspace',
      state({ mailboxes: 0, mails: 0, people: 0, confirmedOwnAddresses: 0, unsortedPeople: 3 }),
      ['mailbox'],
    ],
    ['a mailbox without mail', state({ mails: 0, people: 0, confirmedOwnAddresses: 0 }), ['people']],
    [
      'addresses to confirm and people to sort',
      state({ confirmedOwnAddresses: 0, unsortedPeople: 14, unsortedDomains: 6 }),
      ['own-addresses', 'relations'],
    ],
    ['nothing missing', state(), []],
  ])('asks, for %s, for %j', (_, given, pieces) => {
    expect(kitItems(given).map((item) => item.piece)).toEqual(pieces)
  })

  it('says its because as a fact in one line', () => {
    const items = kitItems(state({ confirmedOwnAddresses: 0, unsortedPeople: 1, unsortedDomains: 1 }))
    expect(items.map((item) => item.because)).toEqual([
      'two addresses look like yours; who asked whom depends on it',
      'one person at one domain stays off this page until you say who they are',
    ])
    const freeMail = kitItems(state({ unsortedPeople: 3, unsortedDomains: 0 }))
    expect(freeMail[0]?.because).toBe('three people stay off this page until you say who they are')
  })
})
