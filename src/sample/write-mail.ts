import { nell } from './people.ts'
import type { PlannedMail } from './planned-mail.ts'
import { encodeHeader, mailbox, rawMail } from './raw-mail.ts'
import { dayAndMonth, mailDate, weekdayName, zoneMinutes } from './sample-calendar.ts'
import type { SampleMail, SamplePerson } from './sample-shape.ts'
import { hashText } from './seeded-random.ts'
import { voiceOf } from './voices.ts'

const hex = (text: string) => hashText(text).toString(16).padStart(8, '0')

/** Message-ID without brackets: from writer, moment, subject and text, so that another day gives another id. */
export function messageIdOf(mail: PlannedMail): string {
  const key = `${mail.from.address} ${mail.at.toISOString()} ${mail.subject}`
  return `${hex(key)}.${hex(`${key} ${mail.text}`)}@${mail.from.company.domain}`
}

/** "Re: " or "Fwd: " put before a subject once, as mail programs do. */
function shownSubject(mail: PlannedMail): string {
  if (!mail.parent || !mail.personal) return mail.subject
  return mail.forwards ? `Fwd: ${mail.subject}` : `Re: ${mail.subject}`
}

const two = (n: number) => String(n).padStart(2, '0')

function clock(mail: PlannedMail, reader: SamplePerson): string {
  const wall = new Date(mail.at.getTime() + zoneMinutes(reader.zone, mail.at) * 60_000)
  return `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`
}

/** The line that a mail program puts over a quote. */
function quoteLine(mail: PlannedMail, parent: PlannedMail): string {
  const { name, address } = parent.from
  const date = `${dayAndMonth(parent.at, 0)} ${parent.at.getUTCFullYear()}`
  const time = clock(parent, mail.from)
  const style = voiceOf(mail.from).quoting
  if (style === 'german') {
    const wall = new Date(parent.at.getTime() + zoneMinutes(mail.from.zone, parent.at) * 60_000)
    const day = `${two(wall.getUTCDate())}.${two(wall.getUTCMonth() + 1)}.${wall.getUTCFullYear()}`
    return `Am ${day} um ${time} schrieb ${name} <${address}>:`
  }
  return `On ${weekdayName(parent.at, 0)}, ${date} at ${time}, ${name} <${address}> wrote:`
}

function signatureBlock(mail: PlannedMail): string {
  const { signature } = voiceOf(mail.from)
  return signature && mail.personal ? `\n\n-- \n${signature.join('\n')}` : ''
}

const names = (people: SamplePerson[]) => people.map((one) => mailbox(one.name, one.address)).join(', ')

function headBlock(parent: PlannedMail, title: string): string {
  const lines = [
    title,
    `From: ${parent.from.name} <${parent.from.address}>`,
    `Sent: ${weekdayName(parent.at, 0)}, ${dayAndMonth(parent.at, 0)} ${parent.at.getUTCFullYear()} ${clock(parent, nell)}`,
    `To: ${names(parent.to)}`,
    `Subject: ${shownSubject(parent)}`,
  ]
  return lines.join('\n')
}

/** What stands under the new text: the mail answered, quoted as the writer's program does it, at most 60 lines. */
function quoted(mail: PlannedMail): string {
  const { parent } = mail
  if (!parent || !mail.personal) return ''
  const style = voiceOf(mail.from).quoting
  if (mail.forwards)
    return `\n\n${headBlock(parent, '---------- Forwarded message ----------')}\n\n${plainText(parent)}`
  if (style === 'none') return ''
  const before = plainText(parent).split('\n').slice(0, 60)
  if (style === 'outlook')
    return `\n\n${headBlock(parent, '-----Original Message-----')}\n\n${before.join('\n')}`
  return `\n\n${quoteLine(mail, parent)}\n${before.map((line) => (line ? `> ${line}`.replace('> >', '>>') : '>')).join('\n')}`
}

/** The whole plain text of a mail, with signature and quote. */
export function plainText(mail: PlannedMail): string {
  return `${mail.text}${signatureBlock(mail)}${quoted(mail)}`
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((part) => `<p>${escapeHtml(part).replace(/\n/g, '<br>')}</p>`)
    .join('\n')
}

/** The HTML half of a mail, with a picture from afar in some signatures, as firms like to have it. */
function htmlText(mail: PlannedMail): string {
  const { signature } = voiceOf(mail.from)
  const domain = mail.from.company.domain
  const picture =
    hashText(domain) % 2 === 0
      ? `<img src="https://assets.${domain}/logo.png" width="120" height="32" alt="">`
      : ''
  const sign = signature
    ? `<div class="signature">--&nbsp;<br>${signature.map(escapeHtml).join('<br>')}<br>${picture}</div>`
    : ''
  const quote =
    mail.parent && !mail.forwards
      ? `<blockquote type="cite"><p>${escapeHtml(quoteLine(mail, mail.parent))}</p>${paragraphs(plainText(mail.parent))}</blockquote>`
      : mail.parent
        ? paragraphs(quoted(mail).trim())
        : ''
  return `<html><body style="font-family: sans-serif">${paragraphs(mail.text)}\n${sign}\n${quote}</body></html>`
}

function folderOf(mail: PlannedMail, now: Date): string {
  if (mail.from === nell) return 'Sent'
  const ageInDays = (now.getTime() - mail.at.getTime()) / 86_400_000
  if (ageInDays > 300) return `Archive/${mail.at.getUTCFullYear()}`
  return mail.headers.some(([name]) => name === 'List-Id') ? 'Newsletters' : 'Inbox'
}

/** References of a mail, oldest first (RFC 5322, section 3.6.4). */
function ancestors(mail: PlannedMail): string[] {
  return mail.parent ? [...ancestors(mail.parent), messageIdOf(mail.parent)] : []
}

/** A planned mail as the bytes in a folder. */
export function writeMail(mail: PlannedMail, now: Date): SampleMail {
  const voice = voiceOf(mail.from)
  const own = (one: SamplePerson) => (one === nell && mail.ownAddress ? mail.ownAddress : one.address)
  const list = (people: SamplePerson[]) => people.map((one) => mailbox(one.name, own(one))).join(',\r\n ')
  const references = ancestors(mail).map((id) => `<${id}>`)
  const id = messageIdOf(mail)
  const headers: [string, string][] = [
    ['Return-Path', `<${own(mail.from)}>`],
    ['Date', mailDate(mail.at, mail.from.zone)],
    ['From', list([mail.from])],
    ['To', list(mail.to)],
    ...(mail.cc.length ? ([['Cc', list(mail.cc)]] as [string, string][]) : []),
    ['Subject', encodeHeader(shownSubject(mail))],
    ['Message-ID', `<${id}>`],
    ...(references.length
      ? ([
          ['In-Reply-To', references.at(-1) ?? ''],
          ['References', references.join('\r\n ')],
        ] as [string, string][])
      : []),
    ...(mail.personal ? ([['User-Agent', voice.mailer]] as [string, string][]) : []),
    ...mail.headers,
  ]
  const raw = rawMail({
    headers,
    text: `${plainText(mail)}\n`,
    html: voice.html && mail.personal ? htmlText(mail) : undefined,
    files: mail.files,
    charset: voice.charset,
    encoding: voice.encoding,
    seed: hex(id),
  })
  return { folder: folderOf(mail, now), raw }
}
