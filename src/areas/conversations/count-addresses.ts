import { type AddressCount, isSentFolder } from './owner-proposals.ts'
import { readMailNow } from './reading/read-mail.ts'
import type { MailSource } from './reading/read-mail-shape.ts'

/** Mails looked at of one folder, and in all: enough to tell whose they are, few enough to wait for. */
const mostOfFolder = 300
const mostInAll = 3000
/** Larger mails say no more about whose they are. */
const largest = 512 * 1024

/** Counts who writes and who is written to in a source of mails, from the first ones of each folder. */
export async function countAddresses(
  source: MailSource,
): Promise<{ counts: AddressCount[]; looked: number }> {
  const counts = new Map<string, AddressCount>()
  const ofFolder = new Map<string, number>()
  let looked = 0
  const of = (address: string, name: string): AddressCount => {
    const count = counts.get(address) ?? { address, name, sentInSent: 0, wrote: 0, received: 0 }
    if (name && !count.name) count.name = name
    counts.set(address, count)
    return count
  }
  for await (const { folder, raw, unreadable } of source.mails()) {
    const before = ofFolder.get(folder) ?? 0
    if (looked >= mostInAll) break
    if (unreadable || raw.length > largest || before >= mostOfFolder) continue
    ofFolder.set(folder, before + 1)
    looked++
    const mail = readMailNow(raw)
    if (mail.from?.address) {
      const count = of(mail.from.address, mail.from.name)
      count.wrote++
      if (isSentFolder(folder)) count.sentInSent++
    }
    const delivered = (mail.headers.get('delivered-to') ?? []).map((value) => value.trim().toLowerCase())
    const to = [...mail.to, ...mail.cc, ...mail.bcc].map(({ address, name }) => ({ address, name }))
    for (const { address, name } of [...to, ...delivered.map((address) => ({ address, name: '' }))])
      if (address) of(address, name).received++
  }
  return { counts: [...counts.values()], looked }
}
