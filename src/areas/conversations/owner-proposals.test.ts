import { describe, expect, test } from 'vitest'
import { type AddressCount, isSentFolder, ownerProposals } from './owner-proposals.ts'

const count = (address: string, more: Partial<AddressCount>): AddressCount => ({
  address,
  name: '',
  sentInSent: 0,
  wrote: 0,
  received: 0,
  ...more,
})

describe('Whose mailbox it is', () => {
  test('is proposed from who wrote what lies in the sent folders, most first', () => {
    const said = ownerProposals([
      count('assistant@a.example', { sentInSent: 40 }),
      count('boss@a.example', { sentInSent: 900 }),
      count('stray@a.example', { sentInSent: 2 }),
      count('friend@b.example', { received: 5000 }),
    ])
    expect(said.map((each) => each.address)).toEqual(['boss@a.example', 'assistant@a.example'])
    expect(said[0]?.because).toBe('wrote 900 of the mails in the sent folders')
  })

  test('is proposed from who is written to most where nothing was sent', () => {
    const said = ownerProposals([
      count('me@a.example', { received: 100 }),
      count('colleague@a.example', { received: 30 }),
    ])
    expect(said.map((each) => each.address)).toEqual(['me@a.example'])
  })

  test('is not proposed from one mail', () => {
    expect(ownerProposals([count('me@a.example', { received: 1 })])).toEqual([])
  })

  test.each([
    'Sent',
    '_sent_mail',
    'sent_items',
    'Sent Messages',
    'Takeout/Mail/Gesendet',
    'Envoyés',
    'INBOX.Sent',
  ])('reads %s as a folder of sent mail', (name) => expect(isSentFolder(name)).toBe(true))
  test.each(['Inbox', 'absent', 'presented', 'Consent forms'])('does not read %s as one', (name) =>
    expect(isSentFolder(name)).toBe(false),
  )
})
