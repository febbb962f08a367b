import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMail } from '../../../../test/cast/add-mail.ts'
import { sampleHouse, sampleNow } from '../../../../test/cast/sample-house.ts'
import { solveig } from '../../../../test/cast/world.ts'
import { doIt, type TestHouse } from '../../../../test/house.ts'
import type { FileAnswer } from '../../../platform/area.ts'
import { perform } from '../../../platform/perform.ts'
import { sampleMails } from '../../../sample/sample-mails.ts'

interface Mail {
  id: string
  hasHtml: boolean
  attachments: { index: number; name: string; type: string; size: number }[]
}

let the: TestHouse
beforeAll(async () => {
  the = await sampleHouse('message_files')
}, 240_000)
afterAll(() => the?.stop())

const ask = <A>(name: string, input: object = {}) => doIt<A>(the.house, the.owner, name, input)

/** Solveig's newest mail, as its thread shows it. */
async function newest(): Promise<Mail | undefined> {
  const { people } = await ask<{ people: { id: string }[] }>('lists.search', { q: solveig.address })
  const { items } = await ask<{ items: { threadId: string }[] }>('conversations.timeline', {
    personId: people[0]?.id,
  })
  return (
    await ask<{ messages: Mail[] }>('conversations.thread', { threadId: items[0]?.threadId })
  ).messages.at(-1)
}

const file = async (name: string, input: object) => {
  const operation = the.house.operations.get(name)
  if (!operation) throw new Error(name)
  return (await perform(the.house, the.owner, operation, input)) as FileAnswer
}
const related = (html: string, parts: string[]) => [
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="mixed"',
  '',
  '--mixed',
  'Content-Type: multipart/related; boundary="related"',
  '',
  '--related',
  'Content-Type: text/html; charset=utf-8',
  '',
  html,
  ...parts,
  '--related--',
]

describe('What came with a mail', () => {
  test('is downloaded byte for byte, by the place that the thread shows', async () => {
    const bytes = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))
    await addMail(the, {
      from: solveig,
      subject: 'Three files',
      headers: [
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Here they are.',
        '--b',
        'Content-Type: text/csv; name="rota.csv"',
        'Content-Disposition: attachment; filename="rota.csv"',
        '',
        'day,shift',
        'Monday,early',
        '--b',
        'Content-Type: application/octet-stream',
        'Content-Transfer-Encoding: base64',
        "Content-Disposition: attachment; filename*=utf-8''%C3%B8%20plan.bin",
        '',
        bytes.toString('base64').replace(/(.{76})/g, '$1\r\n'),
        '--b--',
      ],
      text: '',
    })
    const mail = await newest()
    expect(mail?.attachments).toEqual([
      { index: 0, name: 'rota.csv', type: 'text/csv', size: expect.any(Number) },
      { index: 1, name: 'ø plan.bin', type: 'application/octet-stream', size: 5000 },
    ])
    const first = await file('conversations.messageAttachment', { messageId: mail?.id, index: 0 })
    expect(first.body.toString().replaceAll('\r\n', '\n').trim()).toBe('day,shift\nMonday,early')
    const second = await file('conversations.messageAttachment', { messageId: mail?.id, index: 1 })
    expect(second.body.equals(bytes)).toBe(true)
    expect(second.sandboxed).toBeUndefined()
    await expect(
      file('conversations.messageAttachment', { messageId: mail?.id, index: 2 }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  test('is the mail itself, byte for byte as it came', async () => {
    const raws = new Set(sampleMails(sampleNow).map(({ raw }) => hash(raw)))
    const { rows } = await the.house.database.ownerPool.query<{ id: string }>(
      `select m.id from conversations.message m join conversations.mail_import i on i.id = m.import_id and i.source ? 'sample' order by m.id limit 40`,
    )
    expect(rows).toHaveLength(40)
    for (const { id } of rows) {
      const { body, fileName } = await file('conversations.messageSource', { messageId: id })
      expect(raws.has(hash(body))).toBe(true)
      expect(fileName).toBe(`mail-${id}.eml`)
    }
  })

  test('in HTML is shown harmless, its own pictures inside it and remote ones only when asked for', async () => {
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    the.clock.set(new Date(sampleNow.getTime() + 3_600_000))
    await addMail(the, {
      from: solveig,
      subject: 'A picture',
      headers: [
        ...related(
          '<p onclick="steal()">Look<script>alert(1)</script> <img src="cid:boat@x"> <img src="cid:evil@x"> <img src="https://track.example/p.gif"></p>',
          [
            '--related',
            'Content-Type: image/png',
            'Content-ID: <boat@x>',
            'Content-Transfer-Encoding: base64',
            '',
            pixel,
            '--related',
            'Content-Type: image/svg+xml',
            'Content-ID: <evil@x>',
            '',
            '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(2)"/>',
          ],
        ),
        '--mixed--',
      ],
      text: '',
    })
    const mail = await newest()
    expect(mail).toMatchObject({ hasHtml: true })
    const shut = await file('conversations.messageHtml', { messageId: mail?.id })
    const html = shut.body.toString()
    expect(html).toContain(`data:image/png;base64,${pixel}`)
    expect(html).not.toMatch(/script|onclick|onload|svg| src="https?:/i)
    expect(shut).toMatchObject({ type: 'text/html; charset=utf-8', sandboxed: { remoteImages: false } })
    const open = await file('conversations.messageHtml', { messageId: mail?.id, images: '1' })
    expect(open.body.toString()).toContain('https://track.example/p.gif')
    expect(open.body.toString()).not.toMatch(/script|onclick|onload|svg/i)
    expect(open.sandboxed).toEqual({ remoteImages: true })
    const { rows: plain } = await the.house.database.ownerPool.query<{ id: string }>(
      'select id from conversations.message where not has_html limit 1',
    )
    await expect(file('conversations.messageHtml', { messageId: plain[0]?.id })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
