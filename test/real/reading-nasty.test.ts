import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMailNow } from '../../src/areas/conversations/reading/read-mail.ts'
import { compare, expectedMails } from './stalwart-expectations.ts'

const data = join(import.meta.dirname, '../../../shared/data')

function filesOf(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(data, folder), { recursive: true })
      .map((path) => join(data, folder, String(path)))
      .filter((path) => statSync(path).isFile()),
  )
}

describe('mails made to break parsers', () => {
  test('give what another parser finds in them', () => {
    const wrong: Record<string, string[]> = { subject: [], addresses: [], text: [], attachments: [] }
    const mails = expectedMails(join(data, 'eml-nasty/stalwart'))
    for (const mail of mails) {
      const right = compare(mail, readMailNow(mail.raw))
      for (const [what, is] of Object.entries(right)) if (!is) wrong[what]?.push(mail.path)
    }
    expect(mails).toHaveLength(107)
    expect([wrong.subject, wrong.addresses]).toEqual([[], []])
    // Two announce parts that never come, two close an inner multipart by the outer boundary (RFC 2046 5.1.2: the
    // other parser reads on), one is fuzz, one holds three mails where the other finds one.
    expect(wrong.text?.length).toBeLessThanOrEqual(5)
    expect(wrong.attachments?.length).toBeLessThanOrEqual(5)
  })

  test('never throw, whatever file is read as a mail', () => {
    const files = filesOf('eml-nasty', 'bounces-sisimai', 'maildir-notmuch', 'reply-quotes')
    expect(files.length).toBeGreaterThan(1900)
    for (const path of files) expect(() => readMailNow(readFileSync(path)), path).not.toThrow()
  })

  test('never throw when bytes of them are changed, lost, doubled or swapped', () => {
    const mails = filesOf('eml-nasty/stalwart', 'eml-nasty/mime4j', 'eml-nasty/enmime').map((path) =>
      readFileSync(path),
    )
    const mutation = fc.record({
      kind: fc.constantFrom('change', 'cut', 'double', 'swap', 'insert'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      size: fc.integer({ min: 1, max: 400 }),
      bytes: fc.constantFrom(
        '\0',
        '\r',
        '\n',
        '\r\n\r\n',
        '--',
        '=?',
        '?=',
        '"',
        '<',
        '(',
        ';',
        '=\n',
        '\xff\xfe',
        '\u001b$B',
      ),
    })
    const run = (mail: Buffer, changes: { kind: string; at: number; size: number; bytes: string }[]) => {
      let bytes = mail.subarray(0, 200_000)
      for (const { kind, at, size, bytes: extra } of changes) {
        const start = Math.floor(at * bytes.length)
        const [before, middle, after] = [
          bytes.subarray(0, start),
          bytes.subarray(start, start + size),
          bytes.subarray(start + size),
        ]
        if (kind === 'change') bytes = Buffer.concat([before, Buffer.from(extra, 'latin1'), after])
        else if (kind === 'cut') bytes = Buffer.concat([before, after])
        else if (kind === 'double') bytes = Buffer.concat([before, middle, middle, after])
        else if (kind === 'swap') bytes = Buffer.concat([after, middle, before])
        else bytes = Buffer.concat([before, Buffer.from(extra, 'latin1'), middle, after])
      }
      const read = readMailNow(bytes)
      return typeof read.text === 'string' && read.attachments.every((each) => each.name !== '')
    }
    fc.assert(
      fc.property(fc.constantFrom(...mails), fc.array(mutation, { minLength: 1, maxLength: 6 }), run),
      { numRuns: 1500 },
    )
  })
})
