import { afterEach, describe, expect, test } from 'vitest'
import { type MailPool, type MailPoolOptions, type PoolResult, startMailPool } from './mail-pool.ts'
import type { RawMail } from './read-mail-shape.ts'

let pool: MailPool | null = null
afterEach(async () => {
  await pool?.close()
  pool = null
})

const rawMail = (position: number, text: string, unreadable: string | null = null): RawMail => ({
  folder: 'Inbox',
  position,
  raw: Buffer.from(text),
  unreadable,
  checkpoint: { file: 'x', mails: position + 1, offset: 0 },
  bytesRead: 0,
})

const numbered = (count: number) =>
  Array.from({ length: count }, (_, n) => rawMail(n, `Subject: ${n}\nMessage-ID: <${n}@x>\n\nmail ${n}`))

async function readAll(mails: RawMail[], options: MailPoolOptions = {}): Promise<PoolResult[]> {
  pool = startMailPool(options)
  const feed = async function* () {
    yield* mails
  }
  const results: PoolResult[] = []
  for await (const result of pool.read(feed())) results.push(result)
  return results
}

/** A program that hangs or dies at mails that say so, and otherwise answers with their text. */
const program = (last: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads'
      parentPort.on('message', ({ id, raw }) => {
        const text = Buffer.from(raw).toString()
        if (text.includes('hang')) while (true) {}
        if (text.includes('die')) process.exit(1)
        if (text.includes('throw')) throw new Error('broken inside')
        parentPort.postMessage({ id, read: { text } })
      })
      // ${last}
    `)}`,
  )

describe('a pool of reading threads', () => {
  test('reads and judges mails in their order', async () => {
    const results = await readAll(numbered(200))
    expect(results.map((result) => result.read?.mail.subject)).toEqual(
      Array.from({ length: 200 }, (_, n) => `${n}`),
    )
    expect(results[7]?.read?.judgement.newText).toBe('mail 7')
    expect([results[7]?.read?.contentKey.length, results[7]?.read?.idKey?.length]).toEqual([16, 16])
  })

  test('passes on what was unreadable before', async () => {
    const [result] = await readAll([rawMail(0, '', 'encrypted in the zip')])
    expect([result?.read, result?.reason]).toEqual([null, 'encrypted in the zip'])
  })

  test('sends no file contents between threads, only names and sizes', async () => {
    const [result] = await readAll([rawMail(0, 'Content-Type: application/pdf; name=a.pdf\n\n12345')])
    expect(result?.read?.mail.attachments).toEqual([
      { name: 'a.pdf', type: 'application/pdf', contentId: null, inline: false, size: 5 },
    ])
  })

  test.each([
    ['hang', /took longer than 0\.5 s/],
    ['die', /broke off/],
    ['throw', /broken inside/],
  ])('gives up only the mail that makes a thread %s', async (what, reason) => {
    const mails = ['a', 'b', what, 'c', 'd', 'e', what, 'f'].map((text, position) => rawMail(position, text))
    const results = await readAll(mails, { patience: 500, program: program(what) })
    expect(results.map((result) => (result.read === null ? 'given up' : 'read'))).toEqual(
      mails.map((mail) => (mail.raw.toString() === what ? 'given up' : 'read')),
    )
    for (const result of results) if (!result.read) expect(result.reason).toMatch(reason)
  })
})
