import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from '../judging/judge.ts'
import { mailForTests } from '../judging/mail-for-tests.ts'
import { candidateKeys, clueOf, linked } from './fallback-links.ts'
import { type GroupedMail, threadGroups } from './thread-groups.ts'

type Given = Parameters<typeof mailForTests>[0]

const grouped = (id: string, given: Given): GroupedMail => {
  const mail = mailForTests({ messageId: `${id}@x.example`, ...given })
  return { id, mail, judgement: judge(mail) }
}
const clue = (given: Given) => {
  const mail = mailForTests(given)
  return clueOf(mail, judge(mail))
}
const day = (n: number) => new Date(Date.UTC(2001, 10, n, 12))
const words =
  'The transport capacity out of the Permian basin is sold out until the end of next March, as far as we hear.'

describe('threads of mails with References', () => {
  it('hold loops, missing roots and disagreeing parents together', () => {
    const mails = [
      grouped('loop1', { inReplyTo: ['loop2@x.example'], subject: 'a' }),
      grouped('loop2', { inReplyTo: ['loop1@x.example'], subject: 'b' }),
      grouped('child1', { references: ['gone@x.example'], subject: 'c' }),
      grouped('child2', { references: ['gone@x.example', 'other@x.example'], subject: 'd' }),
      grouped('alone', { subject: 'e' }),
    ]
    expect(threadGroups(mails)).toEqual([['alone'], ['child1', 'child2'], ['loop1', 'loop2']])
  })
})

describe('mails without References', () => {
  const asked = {
    from: 'ann@a.example',
    to: ['bob@b.example'],
    subject: 'Permian transport',
    at: day(1),
    text: words,
  }

  it('are one thread where the asked answers under the same telling subject', () => {
    const answer = {
      from: 'bob@b.example',
      to: ['ann@a.example'],
      subject: 'RE: Permian transport',
      at: day(2),
      text: 'Yes.',
    }
    expect(linked(clue(asked), clue(answer))).toBe(true)
  })

  it('are one thread where the later quotes the earlier, under any subject and however its lines were folded', () => {
    const folded = words.replaceAll(/(.{25}\S*) /g, '$1\n> ')
    const answer = {
      from: 'carl@c.example',
      to: ['dora@d.example'],
      subject: 'RE:',
      at: day(3),
      text: `No idea.\n\nOn 1 Nov 2001, Ann wrote:\n> ${folded}\n`,
    }
    expect(linked(clue({ ...asked, subject: '' }), clue(answer))).toBe(true)
  })

  it.each(['hello', 'meeting', '', 'fyi', 'question'])(
    'are not joined by the generic subject "%s"',
    (subject) => {
      const a = clue({ ...asked, subject })
      const b = clue({
        from: 'bob@b.example',
        to: ['ann@a.example'],
        subject: `Re: ${subject}`,
        at: day(2),
        text: 'Yes.',
      })
      expect(linked(a, b)).toBe(false)
    },
  )

  it('are not joined between strangers, nor over more than thirty days, nor where the later has References', () => {
    const answer = {
      from: 'bob@b.example',
      to: ['ann@a.example'],
      subject: 'RE: Permian transport',
      at: day(2),
      text: 'Yes.',
    }
    expect(linked(clue(asked), clue({ ...answer, from: 'zoe@z.example', to: ['yan@y.example'] }))).toBe(false)
    expect(linked(clue(asked), clue({ ...answer, at: new Date(Date.UTC(2001, 11, 15)) }))).toBe(false)
    expect(linked(clue(asked), clue({ ...answer, references: ['q@x.example'] }))).toBe(false)
  })

  it('are not joined when the same writer begins anew under the same subject', () => {
    expect(
      linked(
        clue(asked),
        clue({ ...asked, at: day(8), text: 'The numbers of this week follow below, as always.' }),
      ),
    ).toBe(false)
  })
})

describe('any set of mails', () => {
  const people = ['ann@a.example', 'bob@b.example', 'carl@c.example']
  const mail = fc.record({
    from: fc.constantFrom(...people),
    to: fc.uniqueArray(fc.constantFrom(...people), { minLength: 1 }),
    subject: fc.constantFrom(
      'Permian transport',
      'RE: Permian transport',
      'FW: Permian transport',
      'Re:',
      'lunch',
      'RE: Gas desk',
    ),
    at: fc.integer({ min: 1, max: 60 }).map(day),
    text: fc.constantFrom(
      words,
      'Yes.',
      `No.\n\nOn 1 Nov 2001, Ann wrote:\n> ${words}\n`,
      `fyi\n-----Original Message-----\nFrom: Ann\nSent: Monday\nSubject: x\n\n${words}`,
    ),
    inReplyTo: fc.constantFrom<string[]>([], [], ['1@x.example'], ['gone@x.example']),
  })

  it('falls into the same threads in any order of arrival', () => {
    fc.assert(
      fc.property(fc.array(mail, { maxLength: 12 }), fc.infiniteStream(fc.integer()), (given, stream) => {
        const mails = given.map((each, i) => grouped(String(i), each))
        const shuffled = mails
          .map((each) => ({ each, key: stream.next().value as number }))
          .sort((a, b) => a.key - b.key)
        expect(threadGroups(shuffled.map(({ each }) => each))).toEqual(threadGroups(mails))
      }),
    )
  })

  it('links symmetrically, and only what shares a candidate key', () => {
    fc.assert(
      fc.property(mail, mail, (a, b) => {
        const [clueA, clueB] = [
          clue({ ...a, messageId: 'a@x.example' }),
          clue({ ...b, messageId: 'b@x.example' }),
        ]
        expect(linked(clueA, clueB)).toBe(linked(clueB, clueA))
        if (linked(clueA, clueB)) {
          const keys = new Set(candidateKeys(clueA))
          expect(candidateKeys(clueB).some((key) => keys.has(key))).toBe(true)
        }
      }),
    )
  })
})
