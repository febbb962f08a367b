import { describe, expect, it } from 'vitest'
import { standingOf, type Touch } from '../relationships/door.ts'
import { morning } from './morning.ts'
import { daysAgo, input, owed, thisMorning } from './today-cases.ts'
import { isDayZero, type WarmCandidate, warmContacts } from './warm-contact.ts'

/** Mails to and fro in one thread a day, each answered the next, ending some days ago. */
function history(id: string, pairs: number, endedDaysAgo: number): Touch[] {
  return Array.from({ length: pairs * 2 }, (_, i): Touch => {
    const direction = i % 2 === 0 ? 'out' : 'in'
    const at = daysAgo(endedDaysAgo + (pairs * 2 - 1 - i))
    const threadId = `${id}-${Math.floor(i / 2)}`
    return {
      messageId: `${id}-m${i}`,
      threadId,
      at,
      direction,
      asks: direction === 'out',
      alone: true,
      direct: true,
      opens: i % 2 === 0,
    }
  })
}

const candidate = (id: string, touches: Touch[], more: Partial<WarmCandidate> = {}): WarmCandidate => {
  const { person, company } = owed(id, 1)
  const standing = standingOf(touches, thisMorning)
  return {
    person,
    company,
    relation: 'unsorted',
    outside: true,
    depth: 20,
    executive: false,
    standing,
    ...more,
  }
}
const warm = (...all: WarmCandidate[]) => warmContacts(all, thisMorning, 'Europe/Berlin')

describe('warmContacts', () => {
  it('names whoever answered often, long ago, with the facts', () => {
    const [first] = warm(candidate('ilse', history('ilse', 12, 400)))
    expect(first).toMatchObject({ because: 'answered 12 of your 12 asks; last mail in October 2024' })
  })

  it.each([
    ['a colleague', { relation: 'colleague' as const }],
    ['somebody private', { relation: 'private' as const }],
    ['a pitch', { relation: 'pitch' as const }],
    ['somebody of our own domain', { outside: false }],
  ])('leaves out %s', (_, more) => expect(warm(candidate('ilse', history('ilse', 9, 400), more))).toEqual([]))

  it('leaves out who is still in touch, and who never answered', () => {
    expect(warm(candidate('ilse', history('ilse', 9, 40)))).toEqual([])
    const oneWay = history('bo', 9, 400).filter((touch) => touch.direction === 'out')
    expect(warm(candidate('bo', oneWay))).toEqual([])
  })

  it('puts the more likely first, twenty at most, in one order', () => {
    const all = Array.from({ length: 30 }, (_, i) => candidate(`p${i}`, history(`p${i}`, 2 + (i % 9), 200)))
    const found = warm(...all)
    expect(found).toHaveLength(20)
    expect(found.map((one) => one.likely)).toEqual(found.map((one) => one.likely).sort((a, b) => b - a))
    expect(warm(...all.toReversed())).toEqual(found)
  })

  it('stands on Today only on day zero', () => {
    const people = warm(candidate('ilse', history('ilse', 9, 400)))
    const on = (lastMailAt: Date | null, lastAskedAt: Date | null) =>
      morning(input({ warm: people, lastMailAt, lastAskedAt })).items.length
    expect([on(null, null), on(daysAgo(60), daysAgo(60)), on(daysAgo(1), daysAgo(2))]).toEqual([1, 1, 0])
  })
})

describe('isDayZero', () => {
  it.each([
    ['no mail', null, null, true],
    ['an old mailbox', 31, 31, true],
    ['mail, and nobody who asked for a month', 1, 40, true],
    ['mail, and nobody who ever asked', 1, null, true],
    ['a mailbox in use', 1, 20, false],
  ])('judges %s', (_, mail, asked, zero) => {
    const ago = (days: number | null) => (days === null ? null : daysAgo(days))
    expect(isDayZero({ lastMailAt: ago(mail), lastAskedAt: ago(asked) }, thisMorning)).toBe(zero)
  })
})
