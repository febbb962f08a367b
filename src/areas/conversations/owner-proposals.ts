/** What was counted of one address in a mailbox. */
export interface AddressCount {
  address: string
  name: string
  /** Mails that it wrote in folders named like sent mail. */
  sentInSent: number
  /** Mails that it wrote. */
  wrote: number
  /** Mails that it received (To, Cc, Bcc, Delivered-To). */
  received: number
}

export interface OwnerProposal {
  address: string
  name: string
  mails: number
  because: string
}

/** Folder names that hold what the owner sent, in the languages of common mail programs. */
const sentNames =
  /(^|[/\\._ -])(_?sent([ _-]?(mail|items|messages))?|gesendet\p{L}*|envoy\p{L}*|enviad\p{L}*|inviat\p{L}*|verzonden\p{L}*|skickat|sendt\w*|lähetetyt|отправленн\w*|wysłane)$/iu

/** Whether a folder's name says that it holds what the owner sent. */
export const isSentFolder = (name: string): boolean => sentNames.test(name)

/**
 * Whose mailbox is it? Proposed from the mail itself: who wrote what lies in the sent folders; where there are none,
 * who is written to most. Those with less than a fiftieth of the first one's mails are left out; ten at most.
 */
export function ownerProposals(counts: readonly AddressCount[]): OwnerProposal[] {
  const bySent = counts
    .filter((each) => each.sentInSent > 0)
    .sort((a, b) => b.sentInSent - a.sentInSent || order(a, b))
  const first = bySent[0]
  if (first)
    return bySent
      .filter((each) => each.sentInSent * 50 >= first.sentInSent)
      .slice(0, 10)
      .map((each) => ({
        address: each.address,
        name: each.name,
        mails: each.sentInSent,
        because: `wrote ${each.sentInSent} of the mails in the sent folders`,
      }))
  const total = counts.reduce((most, each) => Math.max(most, each.received), 0)
  return [...counts]
    .sort((a, b) => b.received - a.received || order(a, b))
    .filter((each) => each.received * 2 >= total && each.received > 1)
    .slice(0, 3)
    .map((each) => ({
      address: each.address,
      name: each.name,
      mails: each.received,
      because: `${each.received} of the mails were sent to it`,
    }))
}

const order = (a: AddressCount, b: AddressCount) => (a.address < b.address ? -1 : 1)
