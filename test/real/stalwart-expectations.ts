import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MailAddress, ReadMail } from '../../src/areas/conversations/reading/read-mail-shape.ts'

/** One mail with what another parser makes of it. */
export interface ExpectedMail {
  path: string
  raw: Buffer
  subject: string
  addresses: Record<'from' | 'to' | 'cc', string[]>
  names: Record<'from' | 'to' | 'cc', string[]>
  /** The texts that are to be read; null where only HTML is. */
  text: string | null
  attachments: number
}

interface Part {
  headers: { name: string; value: { Text?: string; Address?: AddressValue } }[]
  body: Record<string, unknown>
}
interface AddressValue {
  List?: { name?: string; address?: string }[]
  Group?: { addresses: { name?: string; address?: string }[] }[]
}

/** The mails of a folder tree that have an expected parse beside them, in that parser's shape. */
export function expectedMails(folder: string): ExpectedMail[] {
  const paths = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.json'))
  return paths.toSorted().map((path) => {
    const parse = JSON.parse(readFileSync(join(folder, path), 'utf8')) as {
      parts: Part[]
      text_body: number[]
      attachments: number[]
    }
    const header = (name: string) => parse.parts[0]?.headers.findLast((each) => each.name === name)?.value
    const people = (name: string) => {
      const value = header(name)?.Address
      const list = value?.List ?? value?.Group?.flatMap((group) => group.addresses) ?? []
      return name === 'from' ? list.slice(0, 1) : list
    }
    const bodies = parse.text_body.map((index) => parse.parts[index]?.body ?? {})
    const texts = bodies.flatMap((body) => (typeof body.Text === 'string' ? [body.Text] : []))
    const each = <T>(read: (name: string) => T) => ({ from: read('from'), to: read('to'), cc: read('cc') })
    return {
      path: path.replace(/\.json$/, ''),
      raw: readFileSync(join(folder, path.replace(/\.json$/, '.eml'))),
      subject: header('subject')?.Text ?? '',
      addresses: each((name) => people(name).map((one) => (one.address ?? '').toLowerCase())),
      names: each((name) => people(name).map((one) => one.name ?? '')),
      text: bodies.some((body) => 'Html' in body) ? null : texts.join('\n'),
      attachments: parse.attachments.length,
    }
  })
}

/** Which of the judged things a reading has right. */
export function compare(
  expected: ExpectedMail,
  mail: ReadMail,
): Record<'subject' | 'addresses' | 'text' | 'attachments', boolean> {
  const ours: Record<'from' | 'to' | 'cc', MailAddress[]> = {
    from: mail.from ? [mail.from] : [],
    to: mail.to,
    cc: mail.cc,
  }
  const kinds = ['from', 'to', 'cc'] as const
  return {
    subject: same(expected.subject, mail.subject),
    addresses: kinds.every(
      (kind) =>
        expected.addresses[kind].join() === ours[kind].map((one) => one.address).join() &&
        same(expected.names[kind].join(), ours[kind].map((one) => one.name).join()),
    ),
    text: expected.text === null || same(expected.text, mail.text),
    attachments: expected.attachments === mail.attachments.length,
  }
}

/** White space does not count; where the other parser gave a letter up (U+FFFD), any letter is right. */
function same(expected: string, found: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/\ufffd+/g, '\ufffd')
      .trim()
  const [wanted, got] = [[...plain(expected)], [...plain(found)]]
  return (
    wanted.length === got.length && wanted.every((letter, at) => letter === '\ufffd' || letter === got[at])
  )
}
