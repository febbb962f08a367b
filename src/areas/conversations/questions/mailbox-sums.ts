import { z } from 'zod'

/** found = stored + duplicates + all skipped, or something is missing. */
export const mailboxSum = z.object({
  found: z.number(),
  stored: z.number(),
  duplicates: z.number(),
  skipped: z.record(z.string(), z.number()),
  /** All skipped together. */
  unreadable: z.number(),
  /** Different messages that lie in this mailbox now. */
  messages: z.number(),
})
export type MailboxSum = z.infer<typeof mailboxSum>

/** What is found and not accounted for; 0 where the sum comes out. */
export const missing = (sum: MailboxSum): number => sum.found - sum.stored - sum.duplicates - sum.unreadable

const words = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
]
const said = (n: number) => words[n] ?? n.toLocaleString('en')

/** The page's one sentence about its sums. */
export function sumsSentence(sums: readonly MailboxSum[]): { sentence: string; addsUp: boolean } {
  const short = sums.filter((sum) => missing(sum) !== 0)
  const even = sums.length - short.length
  const mailboxes = (n: number) => (n === 1 ? 'mailbox adds up' : 'mailboxes add up')
  if (sums.length === 0) return { sentence: 'No mailbox yet.', addsUp: true }
  if (short.length === 0) return { sentence: `${said(even)} ${mailboxes(even)}.`, addsUp: true }
  const mails = short.reduce((sum, each) => sum + Math.abs(missing(each)), 0)
  const tail = `${said(short.length)} ${short.length === 1 ? 'is' : 'are'} ${mails.toLocaleString('en')} ${mails === 1 ? 'mail' : 'mails'} short.`
  return { sentence: even > 0 ? `${said(even)} ${mailboxes(even)}. ${tail}` : tail, addsUp: false }
}
