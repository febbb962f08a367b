import { parseAddresses } from './addresses.ts'
import { chooseBodyParts } from './body-parts.ts'
import { decodeBytes } from './charsets.ts'
import { nameFromExport } from './export-names.ts'
import { inventedFileName, safeFileName } from './file-names.ts'
import { decodeValue, type HeaderField, readHeaderBlock } from './header-fields.ts'
import { htmlToText } from './html-text.ts'
import { isTrustedDate, parseMailDate } from './mail-dates.ts'
import { type MimePart, readMimeTree } from './mime-parts.ts'
import type { MailAttachment, ReadMail } from './read-mail-shape.ts'
import { tnefFileNames } from './tnef.ts'
import { decodeBase64, decodeQuotedPrintable, decodeUuencoded, isNotBase64 } from './transfer-encodings.ts'

/** What is known of a mail besides its bytes. */
export interface ReadMailOptions {
  /** When the mbox's separator line or the server says that it arrived: the last resort for a date. */
  envelopeDate?: Date | null
}

/** The largest mail that is read; larger ones are refused, never cut silently. */
export const mostMailBytes = 100 * 1024 * 1024

/**
 * Reads one mail from its bytes. Never throws for what is wrong with a mail: what can be read is read, and
 * `defects` says the rest. Only a mail over 100 MB is refused, with a RangeError.
 */
export async function readMail(raw: Uint8Array, options: ReadMailOptions = {}): Promise<ReadMail> {
  return readMailNow(raw, options)
}

/** The same, for callers that are in a worker anyway and read thousands. */
export function readMailNow(raw: Uint8Array, options: ReadMailOptions = {}): ReadMail {
  if (raw.byteLength > mostMailBytes) throw new RangeError('mail larger than 100 MB')
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const { root, defects } = readMimeTree(bytes)
  const fields = root.fields
  const first = (name: string) => fields.find((field) => field.name === name)?.value
  const people = (name: string) => {
    const all = fields.filter((field) => field.name === name).map((field) => field.value)
    return all.length === 0 ? [] : nameFromExport(parseAddresses(all.join(', ')), first(`x-${name}`))
  }
  const bodies = readBodies(bytes, root, defects)
  const subjects = fields.filter((field) => field.name === 'subject')
  if (subjects.length > 1) defects.push('more than one subject')
  const from = people('from')
  if (fields.filter((field) => field.name === 'from').length > 1) defects.push('more than one sender')
  return {
    messageId: idsIn(first('message-id'))[0] ?? null,
    inReplyTo: idsIn(first('in-reply-to')),
    references: idsIn(first('references')),
    subject: trueSubject(root, decodeValue(subjects[0]?.value ?? '')),
    from: from.find((one) => one.address !== '') ?? from[0] ?? null,
    sender: people('sender')[0] ?? null,
    replyTo: people('reply-to'),
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    date: readDate(fields, options.envelopeDate ?? null, defects),
    ...bodies,
    headers: headerMap(fields),
    defects,
  }
}

function headerMap(fields: HeaderField[]): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const field of fields) {
    const value = decodeValue(field.value)
    const list = map.get(field.name)
    if (list) list.push(value)
    else map.set(field.name, [value])
  }
  return map
}

/** Message ids in order; without brackets where the header has none, as old programs wrote (RFC 5322 3.6.4). */
function idsIn(value: string | undefined): string[] {
  if (value === undefined) return []
  const bracketed = [...value.matchAll(/<([^<>]{1,1000})>/g)].map((match) =>
    (match[1] ?? '').replace(/\s+/g, ''),
  )
  if (bracketed.length > 0) return bracketed.filter((id) => id !== '').slice(-1000)
  return value
    .split(/[\s,]+/)
    .filter((word) => /^[^\s@"]+@[^\s@"]+$/.test(word))
    .map((word) => word.replace(/^<|>$/g, ''))
}

function readDate(fields: HeaderField[], envelopeDate: Date | null, defects: string[]): ReadMail['date'] {
  const claimed = fields.find((field) => field.name === 'date')?.value ?? ''
  const own = parseMailDate(claimed)
  if (own && isTrustedDate(own.at)) return { at: own.at, zoneMinutes: own.zoneMinutes, claimed }
  if (claimed === '') defects.push('no date')
  else defects.push(own ? 'a date that cannot be true' : 'a date that cannot be read')
  // The first Received header was added last, by the reader's own server: its clock is the best one.
  for (const field of fields) {
    if (field.name !== 'received') continue
    const received = parseMailDate(field.value.slice(field.value.lastIndexOf(';') + 1))
    if (received && isTrustedDate(received.at)) return { at: received.at, zoneMinutes: null, claimed }
  }
  if (envelopeDate && isTrustedDate(envelopeDate)) return { at: envelopeDate, zoneMinutes: null, claimed }
  return { at: null, zoneMinutes: null, claimed }
}

/** Encrypting programs hide the subject and repeat it on the part they protect (RFC 9788 and its forerunners). */
function trueSubject(root: MimePart, outer: string): string {
  if (
    outer !== '' &&
    !/^(\[?(\.\.\.|…)\]?|encrypted message|encrypted|subject unavailable|\(no subject\))$/i.test(outer)
  )
    return outer
  const open = [...root.children]
  for (let part = open.shift(); part; part = open.shift()) {
    if (part.params.has('protected-headers') || part.params.has('hp')) {
      const inner = part.fields.find((field) => field.name === 'subject')
      if (inner) return decodeValue(inner.value)
    }
    open.push(...part.children)
  }
  return outer
}

type Bodies = Pick<ReadMail, 'text' | 'html' | 'attachments'>

function readBodies(bytes: Buffer, root: MimePart, defects: string[]): Bodies {
  const chosen = chooseBodyParts(root, (part) => part.uncertain || isDamaged(bytes, part))
  const decoded = new Map<MimePart, string>()
  const textOf = (part: MimePart) => {
    const known = decoded.get(part)
    if (known !== undefined) return known
    const { text, defect } = decodeBytes(contentOf(bytes, part), part.params.get('charset') ?? null)
    if (defect && !defects.includes(defect)) defects.push(defect)
    decoded.set(part, text)
    return text
  }
  const attachments = chosen.files.map((part, place) => readFile(bytes, part, place + 1, defects))
  const htmlParts = chosen.html.filter((part) => part.type === 'text/html')
  const html =
    htmlParts.length === 0 ? null : chosen.html.map((part) => htmlOf(part, textOf(part))).join('\n')
  const pieces = chosen.text.map((part) =>
    part.type === 'text/html' ? readHtml(textOf(part)) : textOf(part),
  )
  const text = pieces.join('\n').replace(/\r\n?/g, '\n')
  return { text, html, attachments }

  function readHtml(source: string): string {
    try {
      return htmlToText(source)
    } catch {
      defects.push('HTML that cannot be read')
      return ''
    }
  }
}

/** What says it is base64 and is not: words are text that was never encoded, anything else stays a file. */
function isDamaged(bytes: Buffer, part: MimePart): boolean {
  if (part.encoding !== 'base64') return false
  const content = bytes.subarray(part.start, part.end)
  return isNotBase64(content) && !content.includes(32)
}

function htmlOf(part: MimePart, text: string): string {
  if (part.type === 'text/html') return text
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  return `<div style="white-space: pre-wrap">${escaped}</div>`
}

function contentOf(bytes: Buffer, part: MimePart): Buffer {
  const content = bytes.subarray(part.start, part.end)
  if (part.encoding === 'base64') return isNotBase64(content) ? content : decodeBase64(content)
  if (part.encoding === 'quoted-printable') return decodeQuotedPrintable(content)
  return content
}

function readFile(bytes: Buffer, part: MimePart, number: number, defects: string[]): MailAttachment {
  let content = contentOf(bytes, part)
  if (/^x-uu|^uuencode$/.test(part.encoding)) {
    content = decodeUuencoded(content) ?? content
  }
  const asked = part.disposition?.params.get('filename') ?? part.params.get('name') ?? ''
  const isMail = part.type === 'message/rfc822' || part.type === 'message/global'
  const subject = isMail && asked === '' ? subjectOf(content) : ''
  const name =
    safeFileName(asked) || (subject ? safeFileName(`${subject}.eml`) : inventedFileName(part.type, number))
  if (/^winmail\.dat$/i.test(name) || part.type.endsWith('ms-tnef')) {
    const inside = tnefFileNames(content).map(safeFileName)
    defects.push(`winmail.dat${inside.length > 0 ? ` with ${inside.join(', ')}` : ''}`)
  }
  const id = part.fields.find((field) => field.name === 'content-id')?.value ?? ''
  return {
    name,
    type: part.type,
    contentId: id.replace(/^[\s<]+|[\s>]+$/g, '') || null,
    inline: part.disposition ? part.disposition.value === 'inline' : id !== '',
    content,
  }
}

function subjectOf(mail: Buffer): string {
  const field = readHeaderBlock(mail, 0, mail.length).fields.find((one) => one.name === 'subject')
  return decodeValue(field?.value ?? '').slice(0, 120)
}
