import type { SeenAddress } from '../../people/door.ts'
import { clean, recipientsOf } from './insert-messages.ts'
import type { NewMail } from './mail-batch.ts'

/** With more recipients than this, being one of them says nothing about knowing each other. */
export const mostKnownRecipients = 25

/** RFC 5321 section 4.5.3.1 allows 254 characters; twice that is no address but noise. */
const isStorable = (address: string) => address.length > 0 && address.length <= 508 && !address.includes('\0')

/**
 * The addresses of a batch with the names they were seen under. Those who may be people: whoever wrote a human mail,
 * whomever a member wrote to, and who stands on a human mail among a few others. `own`: all members' own addresses.
 */
export function seenAddresses(fresh: readonly NewMail[], own: ReadonlySet<string>): SeenAddress[] {
  const seen = new Map<string, SeenAddress & { counts: Map<string, number> }>()
  for (const mail of fresh) {
    const { from, to, cc, bcc, replyTo } = mail.read.mail
    const human = mail.read.judgement.kind === 'human'
    const mine = from !== null && own.has(from.address)
    const few = recipientsOf(mail).size <= mostKnownRecipients
    const see = (address: string, name: string, person: boolean) => {
      if (!isStorable(address)) return
      const each = seen.get(address) ?? {
        address,
        names: [],
        human: false,
        at: null as Date | null,
        counts: new Map(),
      }
      each.human ||= person
      const at = mail.read.mail.date.at
      if (at && (!each.at || at < each.at)) each.at = at
      const shown = clean(name).trim()
      if (shown) each.counts.set(shown, (each.counts.get(shown) ?? 0) + 1)
      seen.set(address, each)
    }
    if (from) see(from.address, from.name, human)
    for (const each of [...to, ...cc, ...bcc]) see(each.address, each.name, human && (mine || few))
    for (const each of replyTo) see(each.address, each.name, false)
  }
  return [...seen.values()].map(({ counts, ...each }) => ({
    ...each,
    names: [...counts].map(([name, count]) => ({ name, count })),
  }))
}
