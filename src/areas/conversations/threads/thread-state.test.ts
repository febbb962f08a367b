import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Me, type ThreadMail, threadState } from './thread-state.ts'

const me: Me = {
  addresses: ['phillip@own.example', 'ina@own.example'],
  self: ['phillip@own.example'],
  names: ['phillip', 'allen'],
}
const at = new Date('2001-12-03T12:00:00Z')
const daysAgo = (days: number) => new Date(at.getTime() - days * 86_400_000)

let next = 0
function mail(
  from: string,
  given: Partial<ThreadMail> & { days: number; asks?: ThreadMail['asks'] },
): ThreadMail {
  const { days, ...rest } = given
  next += 1
  const mine = me.addresses.includes(from)
  return {
    id: `m${String(next).padStart(4, '0')}`,
    at: daysAgo(days),
    from: { address: from, mine, colleague: !mine && from.endsWith('@own.example') },
    to: mine ? ['kit@buyer.example'] : ['phillip@own.example'],
    cc: [],
    kind: 'human',
    asks: [],
    namesAddressed: [],
    newText:
      'The form is attached and the numbers are in the second sheet, as we said when we met in Houston last week.',
    words: 20,
    ...rest,
  }
}
const ask = [{ text: 'Can you call?', start: 4, end: 17 }]
const state = (mails: ThreadMail[], moment = at) => threadState(mails, me, moment)
const outcome = (mails: ThreadMail[]) => {
  const { state: name, rule } = state(mails)
  return `${name} ${rule}`
}
const kitAsks = (given: Partial<ThreadMail> & { days?: number } = {}) =>
  mail('kit@buyer.example', { days: 3, asks: ask, ...given })
const crowd = Array.from({ length: 11 }, (_, i) => `p${i}@buyer.example`)
const thanks = { newText: 'Great, thanks!', words: 2 }

describe('the state of a thread, row by row of its table', () => {
  it.each<[string, () => ThreadMail[], string]>([
    ['I am asked alone', () => [kitAsks()], 'owed-by-me asked-me'],
    [
      'I am the only To and others are in Cc',
      () => [kitAsks({ cc: ['lee@buyer.example'] })],
      'owed-by-me asked-me',
    ],
    [
      'I am named among several in To',
      () => [kitAsks({ to: ['phillip@own.example', 'lee@buyer.example'], namesAddressed: ['phillip'] })],
      'owed-by-me asked-me',
    ],
    [
      'I am named by a short form',
      () => [kitAsks({ to: ['phillip@own.example', 'lee@buyer.example'], namesAddressed: ['phil'] })],
      'owed-by-me asked-me',
    ],
    [
      'I am named, in Cc only',
      () => [
        kitAsks({ to: ['lee@buyer.example'], cc: ['phillip@own.example'], namesAddressed: ['phillip'] }),
      ],
      'owed-by-me asked-me',
    ],
    [
      'I am named in a crowd',
      () => [kitAsks({ to: [...crowd, 'phillip@own.example'], namesAddressed: ['phillip'] })],
      'owed-by-me asked-me',
    ],
    [
      'an auto-reply of mine came since',
      () => [kitAsks(), mail('phillip@own.example', { days: 2, kind: 'auto-reply' })],
      'owed-by-me asked-me',
    ],
    [
      'I wrote to somebody else since',
      () => [kitAsks(), mail('phillip@own.example', { days: 2, to: ['lee@buyer.example'] })],
      'owed-by-me asked-me',
    ],
    [
      'a colleague asks me and another colleague writes to them',
      () => [
        mail('jeff@own.example', { days: 3, asks: ask }),
        mail('mike@own.example', { days: 2, to: ['jeff@own.example'] }),
      ],
      'owed-by-me asked-me',
    ],
    [
      'several are named, not me',
      () => [kitAsks({ to: ['phillip@own.example', 'lee@buyer.example'], namesAddressed: ['lee'] })],
      'needs-no-reply asked-others',
    ],
    [
      'several are asked and none is named',
      () => [kitAsks({ to: ['phillip@own.example', 'lee@buyer.example'] })],
      'needs-no-reply asked-others',
    ],
    [
      'only my assistant is asked',
      () => [kitAsks({ to: ['ina@own.example'] })],
      'needs-no-reply asked-others',
    ],
    ['more than ten are asked', () => [kitAsks({ cc: crowd })], 'needs-no-reply asked-many'],
    ['I answered', () => [kitAsks(), mail('phillip@own.example', { days: 2 })], 'closed i-answered'],
    ['my assistant answered', () => [kitAsks(), mail('ina@own.example', { days: 2 })], 'closed i-answered'],
    [
      'a colleague answered someone outside',
      () => [kitAsks(), mail('mike@own.example', { days: 2, to: ['kit@buyer.example'] })],
      'closed colleague-answered',
    ],
    [
      'they closed it themselves',
      () => [kitAsks(), mail('kit@buyer.example', { days: 2, ...thanks })],
      'needs-no-reply thanks',
    ],
    [
      'a closing thanks follows my answer',
      () => [
        kitAsks(),
        mail('phillip@own.example', { days: 2 }),
        mail('kit@buyer.example', { days: 1, ...thanks }),
      ],
      'needs-no-reply thanks',
    ],
    ['they only tell me something', () => [mail('kit@buyer.example', { days: 3 })], 'needs-no-reply fyi'],
    ['the ask is older than thirty days', () => [kitAsks({ days: 31 })], 'closed lapsed'],
    [
      'I ask and nobody answers',
      () => [mail('phillip@own.example', { days: 3, asks: ask })],
      'waiting-for-them i-asked',
    ],
    [
      'I ask and an auto-reply comes',
      () => [
        mail('phillip@own.example', { days: 3, asks: ask }),
        mail('kit@buyer.example', { days: 3, kind: 'auto-reply' }),
      ],
      'waiting-for-them i-asked',
    ],
    [
      'I ask five',
      () => [mail('phillip@own.example', { days: 3, asks: ask, to: crowd.slice(0, 5) })],
      'waiting-for-them i-asked',
    ],
    [
      'I ask six',
      () => [mail('phillip@own.example', { days: 3, asks: ask, to: crowd.slice(0, 6) })],
      'needs-no-reply i-asked-many',
    ],
    [
      'I asked more than thirty days ago',
      () => [mail('phillip@own.example', { days: 40, asks: ask })],
      'closed lapsed-waiting',
    ],
    [
      'one of those I asked answers',
      () => [mail('phillip@own.example', { days: 3, asks: ask }), mail('kit@buyer.example', { days: 2 })],
      'closed they-answered',
    ],
    [
      'they answer with a question',
      () => [mail('phillip@own.example', { days: 3, asks: ask }), kitAsks({ days: 2 })],
      'owed-by-me asked-me',
    ],
    [
      'I answer with a question',
      () => [kitAsks(), mail('phillip@own.example', { days: 2, asks: ask })],
      'waiting-for-them i-asked',
    ],
    [
      'my mail bounces',
      () => [
        mail('phillip@own.example', { days: 3, asks: ask }),
        mail('mailer-daemon@x.example', { days: 3, kind: 'bounce' }),
      ],
      'closed bounced',
    ],
    [
      'my mail is only delayed',
      () => [
        mail('phillip@own.example', { days: 3, asks: ask }),
        mail('mailer-daemon@x.example', { days: 3, kind: 'bounce', deliveryFailed: false }),
      ],
      'waiting-for-them i-asked',
    ],
    [
      'I wrote last and asked nothing',
      () => [mail('phillip@own.example', { days: 3 })],
      'needs-no-reply i-wrote-last',
    ],
    ['only bulk mail came', () => [kitAsks({ kind: 'bulk' })], 'needs-no-reply no-human-mail'],
    ['nothing came', () => [], 'needs-no-reply no-human-mail'],
  ])('when %s', (_, mails, expected) => {
    expect(outcome(mails())).toBe(expected)
  })

  it('counts from the oldest of several open asks, and quotes it', () => {
    const first = mail('lee@buyer.example', { days: 6, asks: [{ text: 'When?', start: 0, end: 5 }] })
    const result = state([kitAsks({ days: 2 }), first])
    expect(result).toMatchObject({
      since: first.at,
      messageId: first.id,
      personAddress: 'lee@buyer.example',
      quote: 'When?',
      quoteStart: 0,
      quoteEnd: 5,
    })
  })

  it('looks at nothing later than its moment', () => {
    const mails = [kitAsks({ days: 3 }), mail('phillip@own.example', { days: 1 })]
    expect(state(mails, daysAgo(2)).state).toBe('owed-by-me')
    expect(state(mails).state).toBe('closed')
  })

  it('says why in a line of at most 90 characters, is owed only with a quote, and never depends on the order given', () => {
    const some = fc.record({
      from: fc.constantFrom(
        'kit@buyer.example',
        'phillip@own.example',
        'jeff@own.example',
        `${'long'.repeat(20)}@buyer.example`,
      ),
      days: fc.integer({ min: 0, max: 50 }),
      asks: fc.constantFrom([], ask),
      kind: fc.constantFrom('human' as const, 'bounce' as const, 'auto-reply' as const, 'bulk' as const),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (given) => {
        const mails = given.map(({ from, ...rest }) => mail(from, rest))
        const result = state(mails)
        expect(result.because.length).toBeLessThanOrEqual(90)
        if (result.state === 'owed-by-me') expect(result.quote).not.toBeNull()
        expect(state(mails.toReversed())).toEqual(result)
      }),
    )
  })
})
