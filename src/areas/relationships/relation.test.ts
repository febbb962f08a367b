import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { looksLikePitch } from './looks-like-pitch.ts'
import { counts, RELATIONS, type RelationEvidence, relationOf } from './relation.ts'

const stranger: RelationEvidence['mail'] = {
  theyBegan: true,
  myMailsToThem: 0,
  theirMailsToMe: 1,
  theirMailsAddressedToMe: 1,
  exchanges: 0,
  exchangeDays: 0,
  looksLikePitch: false,
}
const kept = { ...stranger, myMailsToThem: 2, theirMailsToMe: 3, exchanges: 2, exchangeDays: 2 }
const evidence = (more: Partial<Omit<RelationEvidence, 'mail'>> = {}, mail = stranger): RelationEvidence => ({
  domainIsOwn: false,
  choiceForPerson: null,
  choiceForDomain: null,
  hasWonDeal: false,
  hasDeal: false,
  meetingBooked: false,
  mail,
  ...more,
})

describe('relationOf', () => {
  it.each([
    [
      'a choice for the person over one for the domain',
      evidence({ choiceForPerson: 'partner', choiceForDomain: 'pitch' }),
      'partner',
      'choice-person',
    ],
    [
      'a choice for the domain over all that is computed',
      evidence({ choiceForDomain: 'private', hasDeal: true }),
      'private',
      'choice-domain',
    ],
    ['our own domain', evidence({ domainIsOwn: true }, kept), 'colleague', 'own-domain'],
    ['a won deal', evidence({ hasWonDeal: true, hasDeal: true }), 'customer', 'won-deal'],
    ['a deal', evidence({ hasDeal: true }), 'buyer', 'deal'],
    ['a booked meeting', evidence({ meetingBooked: true }), 'buyer', 'meeting'],
    ['an exchange kept over two days', evidence({}, kept), 'buyer', 'kept-exchange'],
    ['two answers on one day', evidence({}, { ...kept, exchangeDays: 1 }), 'unsorted', 'unsorted'],
    ['one answered mail', evidence({}, { ...kept, exchanges: 1, exchangeDays: 1 }), 'unsorted', 'unsorted'],
    ['a stranger who sells', evidence({}, { ...stranger, looksLikePitch: true }), 'pitch', 'sells'],
    [
      'a seller whom I answered once',
      evidence({}, { ...stranger, looksLikePitch: true, myMailsToThem: 1 }),
      'unsorted',
      'unsorted',
    ],
    [
      'a seller with whom I kept talking',
      evidence({}, { ...kept, looksLikePitch: true }),
      'buyer',
      'kept-exchange',
    ],
    [
      'a stranger who wrote three times into silence',
      evidence({}, { ...stranger, theirMailsToMe: 3, theirMailsAddressedToMe: 3 }),
      'pitch',
      'never-answered',
    ],
    [
      'somebody who posts on a list that one reads',
      evidence({}, { ...stranger, theirMailsToMe: 40, theirMailsAddressedToMe: 0 }),
      'unsorted',
      'unsorted',
    ],
    ['a stranger who wrote yesterday', evidence(), 'unsorted', 'unsorted'],
    [
      'somebody who was only written to',
      evidence({}, { ...stranger, theyBegan: false, myMailsToThem: 4, theirMailsToMe: 0 }),
      'unsorted',
      'unsorted',
    ],
  ])('decides for %s', (_, given, relation, rule) => {
    expect(relationOf(given)).toMatchObject({ relation, rule })
  })

  it('lets a member have the last word, says why in one line, and never makes a customer of mail alone', () => {
    const number = fc.nat(5)
    const mail = fc.record({
      theyBegan: fc.boolean(),
      myMailsToThem: number,
      theirMailsToMe: number,
      theirMailsAddressedToMe: number,
      exchanges: number,
      exchangeDays: number,
      looksLikePitch: fc.boolean(),
    })
    fc.assert(
      fc.property(mail, fc.constantFrom(null, ...RELATIONS), fc.boolean(), (said, choice, own) => {
        const found = relationOf(evidence({ choiceForPerson: choice, domainIsOwn: own }, said))
        if (choice) expect(found.relation).toBe(choice)
        else expect(['customer', 'partner', 'private']).not.toContain(found.relation)
        expect(found.because).toMatch(/^[^A-Z].{3,89}$/)
      }),
    )
  })

  it('counts buyers, customers and partners only', () => {
    expect(RELATIONS.filter(counts)).toEqual(['buyer', 'customer', 'partner'])
  })
})

describe('looksLikePitch', () => {
  it.each([
    ['Quick question', 'Hi, do you have 15 minutes on Tuesday?', true],
    ['Your pipeline', 'We help companies like yours. Book a demo here.', true],
    [
      'Hello',
      'I came across your\nprofile and your background looks great for an exciting opportunity.',
      true,
    ],
    ['Guest post', 'Could we place a guest post with a dofollow link on your blog?', true],
    ['Offer', 'Our SEO agency brings you to the first page. To unsubscribe, reply STOP.', true],
    ['Re: staff', 'We have pre-screened candidates for you.', true],
    ['Phones', 'Here is the contact list that you asked for.', false],
    ['Leads', `${'word '.repeat(4000)}To unsubscribe click here`, true],
    ['Rota', 'Can the night shift see their own rota on a phone before we sign?', false],
    ['Quick question', 'Can you send me the order form?', false],
    ['Demo', 'The demo on Friday went well. Here is the list for the pilot.', false],
    ['', '', false],
  ])('reads "%s"', (subject, text, pitch) => {
    expect(looksLikePitch(subject, text).pitch).toBe(pitch)
  })

  it('points at the very words that it means', () => {
    const text = 'Dear Nell,\nplease book\na demo with us.'
    const [sign] = looksLikePitch('', text).signs
    expect(text.slice(sign?.start, sign?.end)).toBe('book\na demo')
    expect(looksLikePitch('', text).because).toBe('“book a demo”: offers a demonstration')
  })

  it('reads long and strange texts at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { where, start, end } of looksLikePitch(text, text).signs) {
          expect(['subject', 'text']).toContain(where)
          expect(end).toBeGreaterThan(start)
        }
      }),
    )
  })
})
