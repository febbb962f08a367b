import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MboxMail, readMbox } from './mbox.ts'
import type { MboxDialect } from './mbox-quoting.ts'

const separator = 'From someone@example.org Sat Jan  2 15:04:05 2016\n'
const head = 'From: a@example.org\nSubject: s\n'

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function all(mails: AsyncIterable<MboxMail>): Promise<MboxMail[]> {
  const list: MboxMail[] = []
  for await (const mail of mails) list.push(mail)
  return list
}

function write(bodies: string[], dialect: MboxDialect): Buffer {
  const quote = (body: string) => {
    if (dialect === 'mboxcl2') return body
    return dialect === 'mboxo' ? body.replace(/^From /gm, '>From ') : body.replace(/^(>*From )/gm, '>$1')
  }
  const mails = bodies.map((body) => {
    const quoted = quote(body)
    const counted = dialect.startsWith('mboxcl') ? `Content-Length: ${Buffer.byteLength(quoted)}\n` : ''
    return `${separator}${head}${counted}\n${quoted}\n`
  })
  return Buffer.from(mails.join(''))
}

const bodyOf = (mail: MboxMail) => mail.raw.toString().replace(/^[\s\S]*?\n\n/, '')

const line = fc.oneof(
  fc.string({ maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, '')),
  fc.constantFrom(
    '',
    'From here on',
    'From a@b.c Sat Jan  2 15:04:05 2016',
    '>From x',
    '>>From y',
    'From: z',
    '--',
  ),
)
const body = fc.array(line, { maxLength: 12 }).map((lines) => lines.map((each) => `${each}\n`).join(''))

describe('an mbox file', () => {
  test.each(['mboxrd', 'mboxcl', 'mboxcl2'] as const)(
    'of %s reads back what was written, in chunks of any size',
    async (dialect) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(body, { minLength: 1, maxLength: 6 }),
          fc.integer({ min: 1, max: 5000 }),
          async (bodies, size) => {
            const mails = await all(readMbox(inChunks(write(bodies, dialect), size), { dialect }))
            expect(mails.map(bodyOf)).toEqual(bodies)
          },
        ),
      )
    },
  )

  test('of mboxo reads back what was written, but for lines that began with ">From " before', async () => {
    const sound = body.filter((text) => !/^>From /m.test(text))
    await fc.assert(
      fc.asyncProperty(fc.array(sound, { minLength: 1, maxLength: 6 }), async (bodies) => {
        const mails = await all(readMbox(inChunks(write(bodies, 'mboxo'), 700), { dialect: 'mboxo' }))
        expect(mails.map(bodyOf)).toEqual(bodies)
      }),
    )
  })

  test.each(['mboxrd', 'mboxcl'] as const)('of %s is recognised without being told', async (dialect) => {
    const bodies = ['From a to b\n', '>From quoted\n\nmore\n', 'plain\n']
    expect((await all(readMbox(inChunks(write(bodies, dialect), 64)))).map(bodyOf)).toEqual(bodies)
  })

  test('whose counted mails hold separators is known to be mboxcl2', async () => {
    const bodies = [`${separator}X: y\n\n`, '>From stays\n']
    expect((await all(readMbox(inChunks(write(bodies, 'mboxcl2'), 64)))).map(bodyOf)).toEqual(bodies)
  })

  test('is not misled by a Content-Length that lands nowhere', async () => {
    const text = `${separator}${head}Content-Length: 3\n\nlonger than three\n\n${separator}${head}\nsecond\n\n`
    expect((await all(readMbox(inChunks(Buffer.from(text), 50)))).map(bodyOf)).toEqual([
      'longer than three\n',
      'second\n',
    ])
  })

  test('is not split at prose that begins with "From "', async () => {
    const text = `${separator}${head}\nFrom the 3rd of May 2016 on, at 10:00:\n\nFrom me to you\n\n${separator}${head}\nsecond\n`
    expect(await all(readMbox(inChunks(Buffer.from(text), 50)))).toHaveLength(2)
  })

  test('goes on exactly after any of its mails', async () => {
    const file = write(['one\n', 'From two\n', 'three\n', 'four\n'], 'mboxrd')
    const mails = await all(readMbox(inChunks(file, 33)))
    for (const [place, mail] of mails.entries()) {
      const rest = await all(readMbox(inChunks(file.subarray(mail.next), 33), { offset: mail.next }))
      expect(rest.map(bodyOf)).toEqual(mails.slice(place + 1).map(bodyOf))
      expect(rest.map((each) => each.next)).toEqual(mails.slice(place + 1).map((each) => each.next))
    }
  })

  test('with lone CR line ends is read too', async () => {
    const file = Buffer.from(write(['one\n', 'two\n'], 'mboxrd').toString().replaceAll('\n', '\r'))
    expect((await all(readMbox(inChunks(file, 40)))).map((mail) => mail.raw.toString())).toEqual([
      `${head}\none\n`.replaceAll('\n', '\r'),
      `${head}\ntwo\n`.replaceAll('\n', '\r'),
    ])
  })

  test('cuts a mail that is too large, says so, and reads the ones around it', async () => {
    const file = write(['small\n', `${'x'.repeat(99)}\n`.repeat(3000), 'after\n'], 'mboxrd')
    const mails = await all(readMbox(inChunks(file, 10_000), { mostBytes: 50_000 }))
    expect(mails.map((mail) => mail.raw.length)).toEqual([mails[0]?.raw.length, 50_000, mails[2]?.raw.length])
    expect(mails.map((mail) => mail.unreadable)).toEqual([null, expect.stringContaining('larger than'), null])
    expect(mails[2]?.next).toBe(file.length)
    expect(bodyOf(mails[2] as MboxMail)).toBe('after\n')
  })

  test('says when each mail arrived, where its separator does', async () => {
    const [mail] = await all(readMbox(inChunks(write(['x\n'], 'mboxrd'), 40)))
    expect(mail?.envelopeDate?.toISOString()).toBe('2016-01-02T15:04:05.000Z')
  })

  test('that breaks off keeps its last mail, with the reason', async () => {
    const broken = async function* () {
      yield write(['one\n', 'two\n'], 'mboxrd')
      throw new Error('the disk is gone')
    }
    const mails = await all(readMbox(broken()))
    expect(mails.map((mail) => mail.unreadable)).toEqual([null, 'cut off: the disk is gone'])
  })
})
