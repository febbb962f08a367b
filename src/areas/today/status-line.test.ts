import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type StatusInput, statusLine } from './status-line.ts'
import { daysAgo, drifter, thisMorning } from './today-cases.ts'

const open = (name: string, days: number) => ({
  threadId: `t-${name}-${days}`,
  personId: name,
  name,
  since: daysAgo(days),
})
const ilse = (more: Partial<StatusInput> = {}): StatusInput => ({
  name: 'Ilse',
  type: 'person',
  people: 1,
  sent: 15,
  received: 13,
  lastMail: daysAgo(4),
  owed: [],
  waiting: [],
  drift: null,
  at: thisMorning,
  zone: 'Europe/Berlin',
  ...more,
})
const dairy = (more: Partial<StatusInput>): StatusInput =>
  ilse({ name: 'Pellworm Dairy', type: 'company', people: 3, ...more })

describe('statusLine', () => {
  it.each([
    [
      'an answer owed',
      ilse({ owed: [open('Ilse', 5)] }),
      'You owe Ilse an answer since Thursday; Ilse wrote 13, you 15; last mail four days ago',
    ],
    [
      'two owed, one waited for',
      ilse({ owed: [open('Ilse', 0), open('Ilse', 40)], waiting: [open('Ilse', 1)] }),
      'You owe Ilse two answers, the first since 9 October; you wait for an answer from Ilse since yesterday; Ilse wrote 13, you 15; last mail four days ago',
    ],
    [
      'nothing open',
      ilse({ lastMail: daysAgo(500) }),
      'Nothing is open with Ilse; Ilse wrote 13, you 15; last mail in July 2024',
    ],
    [
      'a drift',
      ilse({ drift: drifter('ilse', 41).drift }),
      'Nothing is open with Ilse; Ilse wrote 13, you 15; 41 days quiet; the two of you have never gone past 30',
    ],
    [
      'silence',
      ilse({ received: 0, sent: 2, waiting: [open('Ilse', 5)] }),
      'You wait for an answer from Ilse since Thursday; Ilse never wrote, you 2; last mail four days ago',
    ],
    [
      'a company',
      dairy({ owed: [open('Ilse', 5), open('Tobias', 2)] }),
      'You owe Ilse and one other two answers, the first since Thursday; three people there wrote 13, you 15; last mail four days ago',
    ],
    [
      'a company whose people were asked',
      dairy({ waiting: [open('Ilse', 5), open('Tobias', 2), open('Nora', 1)] }),
      'You wait for three answers from Ilse and two others, the first since Thursday; three people there wrote 13, you 15; last mail four days ago',
    ],
    [
      'an ask of the same day',
      ilse({ owed: [open('Ilse', 0)] }),
      'You owe Ilse an answer since today; Ilse wrote 13, you 15; last mail four days ago',
    ],
    ['no mail', ilse({ sent: 0, received: 0, lastMail: null }), 'No mail with Ilse yet'],
    [
      'an ask after that moment',
      ilse({ owed: [open('Ilse', -2)] }),
      'Nothing is open with Ilse; Ilse wrote 13, you 15; last mail four days ago',
    ],
  ])('says of %s', (_, given, line) => expect(statusLine(given).line).toBe(line))

  it('has a row behind every part, and is made of its parts alone', () => {
    const thread = fc.integer({ min: 0, max: 400 }).map((days) => open('Ilse', days))
    fc.assert(
      fc.property(
        fc.array(thread, { maxLength: 4 }),
        fc.array(thread, { maxLength: 4 }),
        fc.nat(99),
        (owed, waiting, sent) => {
          const { line, because } = statusLine(ilse({ owed, waiting, sent }))
          expect(line.toLowerCase()).toBe(
            because
              .map((part) => part.text)
              .join('; ')
              .toLowerCase(),
          )
          for (const part of because) {
            if (part.text.startsWith('you owe')) expect(part.threadIds).toHaveLength(owed.length)
          }
        },
      ),
    )
  })
})
