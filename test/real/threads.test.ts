import { describe, expect, it } from 'vitest'
import { judge } from '../../src/areas/conversations/judging/judge.ts'
import { type GroupedMail, threadGroups } from '../../src/areas/conversations/threads/thread-groups.ts'
import { filesUnder, mailAt, mailsIn } from './judging-sets.ts'

const grouped = (mails: ReturnType<typeof mailsIn>): GroupedMail[] =>
  mails.map((mail, i) => ({ id: String(i).padStart(5, '0'), mail, judgement: judge(mail) }))

function pairsOf(groups: string[][]): Set<string> {
  const pairs = new Set<string>()
  for (const group of groups) {
    for (let i = 0; i < group.length; i += 1) {
      for (let j = i + 1; j < group.length; j += 1) pairs.add(`${group[i]} ${group[j]}`)
    }
  }
  return pairs
}

const withoutText = (mails: GroupedMail[]): GroupedMail[] =>
  mails.map((each) => ({
    ...each,
    mail: { ...each.mail, subject: '', text: '' },
    judgement: { newText: '', quoteStart: null },
  }))

describe('threads of a real mailing list', () => {
  it('are found again with their headers hidden, pair by pair, at F1 0.9 and better', () => {
    const mails = grouped(filesUnder('list-r-package-devel/pipermail').flatMap(mailsIn))
    expect(mails).toHaveLength(3513)
    const truth = pairsOf(threadGroups(withoutText(mails)))
    const hidden = mails.map((each) => ({ ...each, mail: { ...each.mail, inReplyTo: [], references: [] } }))
    const found = pairsOf(threadGroups(hidden))
    const right = [...found].filter((pair) => truth.has(pair)).length
    expect((2 * right) / (truth.size + found.size)).toBeGreaterThan(0.9)
  }, 60_000)
})

describe('threads whose headers lie', () => {
  it.each([
    ['maildir-notmuch/broken/loop', 1],
    ['maildir-notmuch/threading/parent-priority', 1],
    ['maildir-notmuch/threading/ghost-root', 2],
  ])('in %s are %d', (folder, count) => {
    const mails = grouped(filesUnder(folder).map(mailAt))
    expect(threadGroups(withoutText(mails))).toHaveLength(count)
    expect(threadGroups(mails.toReversed())).toEqual(threadGroups(mails))
  })

  it('are the same in any order of arrival on a list of two hundred mails', () => {
    const mails = grouped(filesUnder('maildir-notmuch/lkml').map(mailAt))
    const other = [
      ...mails.filter((_, i) => i % 3 === 1),
      ...mails.filter((_, i) => i % 3 !== 1).toReversed(),
    ]
    expect(threadGroups(other)).toEqual(threadGroups(mails))
  })
})
