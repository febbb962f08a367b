import { everydayMails, passingMails } from './everyday-mails.ts'
import { handWrittenMails } from './hand-written-mails.ts'
import { awayMails, bounceMails, newsletterMails, pitchMails, productNotices } from './machine-mails.ts'
import { nell } from './people.ts'
import type { SampleMail } from './sample-shape.ts'
import { writeMail } from './write-mail.ts'

/** Whose mailbox the sample world is: her name and every address that is hers. */
export const sampleOwner: { name: string; addresses: string[] } = {
  name: nell.name,
  addresses: [nell.address, 'hello@loomwright.example'],
}

/**
 * The sample world: eighteen months of an invented founder's mail as raw bytes, for the ordinary importer. The same
 * `now` gives the same bytes; every date lies before `now`, and the last days are busy whenever that is. Oldest first.
 */
export function sampleMails(now: Date): SampleMail[] {
  const people = [...handWrittenMails(now), ...everydayMails(now), ...passingMails(now)]
  const planned = [
    ...people,
    ...pitchMails(now),
    ...newsletterMails(now),
    ...productNotices(now),
    ...awayMails(people, now),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  return [...planned.map((mail) => writeMail(mail, now)), ...bounceMails(people, now)]
}
