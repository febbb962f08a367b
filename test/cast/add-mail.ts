import type { Actor } from '../../src/platform/actor.ts'
import { settleJobs } from '../../src/platform/jobs/run-jobs.ts'
import type { SamplePerson } from '../../src/sample/sample-shape.ts'
import { doIt, type TestHouse } from '../house.ts'
import { nell } from './world.ts'

/** A mail that arrives while a test runs. What is left out is plain: to Nell, now, from the clock of the house. */
export interface ArrivingMail {
  from: Pick<SamplePerson, 'name' | 'address'>
  to?: Pick<SamplePerson, 'name' | 'address'>[]
  subject: string
  text: string
  id?: string
  inReplyTo?: string
  at?: Date
  /** Header lines besides the usual ones. */
  headers?: string[]
}

let sent = 0

/** Puts a mail into an actor's mailbox as one does who drops a file on the page: sent in parts, imported, jobs done. */
export async function addMail(
  { house, owner }: Pick<TestHouse, 'house' | 'owner'>,
  mail: ArrivingMail,
  actor: Actor = owner,
  me: readonly string[] = [nell.address],
): Promise<{ importId: string }> {
  sent += 1
  const bytes = Buffer.from(rawMail(mail, house.clock.now()))
  const { uploadId } = await doIt<{ uploadId: string }>(house, actor, 'conversations.startUpload', {
    path: `arriving-${sent}.eml`,
    size: bytes.length,
  })
  await doIt(house, actor, 'conversations.putPart', { uploadId, n: 0 }, bytes)
  const begun = await doIt<{ importId: string }>(house, actor, 'conversations.importMail', {
    uploads: [uploadId],
    me,
    mailboxName: 'Arriving',
  })
  await settleJobs(house)
  return begun
}

function rawMail(mail: ArrivingMail, now: Date): string {
  const named = ({ name, address }: Pick<SamplePerson, 'name' | 'address'>) =>
    `=?utf-8?B?${Buffer.from(name).toString('base64')}?= <${address}>`
  return [
    `From: ${named(mail.from)}`,
    `To: ${(mail.to ?? [nell]).map(named).join(', ')}`,
    `Subject: ${mail.subject}`,
    `Date: ${(mail.at ?? now).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mail.id ?? `arriving-${sent}-${now.getTime()}@mail.example`}>`,
    ...(mail.inReplyTo ? [`In-Reply-To: <${mail.inReplyTo}>`, `References: <${mail.inReplyTo}>`] : []),
    ...(mail.headers ?? ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8']),
    '',
    mail.text,
    '',
  ].join('\r\n')
}
