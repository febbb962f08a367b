import { createHash } from 'node:crypto'
import { parseMailDate } from './mail-dates.ts'
import type { ReadMail } from './read-mail-shape.ts'

/**
 * What makes two mails one mail though their ids differ: the first 16 bytes of SHA-256 over sender, claimed date,
 * subject and the text without any white space. The date is the one that the mail itself claims, as an instant
 * where it can be read, because copies of one mail pass through different hands and zones.
 */
export function contentKey(mail: Pick<ReadMail, 'from' | 'date' | 'subject' | 'text'>): Buffer {
  const date = parseMailDate(mail.date.claimed)
  const parts = [
    mail.from?.address || mail.from?.name || '',
    date && !Number.isNaN(date.at.getTime()) ? date.at.toISOString() : mail.date.claimed,
    mail.subject.replace(/\s+/g, ''),
    mail.text.replace(/\s+/g, ''),
  ]
  return createHash('sha256').update(parts.join('\0')).digest().subarray(0, 16)
}

/** A Message-ID as a key of fixed length: the first 16 bytes of its SHA-256. Ids are compared as they stand. */
export function idKey(messageId: string): Buffer {
  return createHash('sha256').update(messageId.trim()).digest().subarray(0, 16)
}
