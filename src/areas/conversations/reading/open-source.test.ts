import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import type { MailFile } from './mail-file.ts'
import { openMailSource, sourceFromFiles } from './open-source.ts'
import type { RawMail } from './read-mail-shape.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function folderWith(files: Record<string, string | Buffer>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mails-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'given', path)), { recursive: true })
    await writeFile(join(folder, 'given', path), content)
  }
  return join(folder, 'given')
}

async function all(mails: AsyncIterable<RawMail>): Promise<RawMail[]> {
  const list: RawMail[] = []
  for await (const mail of mails) list.push(mail)
  return list
}

const mail = (subject: string, more = '') => `From: a@example.org\nSubject: ${subject}\n${more}\nbody\n`
const mbox = (...mails: string[]) =>
  mails.map((each) => `From x@y.z Sat Jan  2 15:04:05 2016\n${each}\n`).join('')
const subjects = (mails: RawMail[]) =>
  mails.map((each) => /Subject: (.*)/.exec(each.raw.toString())?.[1] ?? each.unreadable)

/** A zip written by hand, so that it can lie. */
function zip(entries: { name: string; content: string | Buffer; encrypted?: boolean }[]): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, encrypted } of entries) {
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE((encrypted ? 1 : 0) | 0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(plain.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, tail, Buffer.from(name)]),
    )
    files.push(local)
    offset += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listing.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, listing, Buffer.from('PK\x05\x06'), end])
}

describe('a folder of mixed files', () => {
  test('is read by content, and what is no mail is named', async () => {
    const folder = await folderWith({
      'archive.txt': mbox(mail('one'), mail('two')),
      'Sent.mbox.gz': gzipSync(mbox(mail('three'))),
      'letters/four.eml': mail('four'),
      'letters/five': mail('five'),
      'Maildir/cur/1:2,S': mail('six'),
      'Maildir/.Archive.2019/new/2': mail('seven'),
      'apple/1.emlx': `${mail('eight').length}\n${mail('eight')}<?xml version="1.0"?>`,
      'index.csv': 'subject,from\n1,2\n',
      'README.md': '# Read me\n',
      'old.pst': '!BDN....',
      'empty.mbox': '',
    })
    const source = await openMailSource([folder])
    const mails = await all(source.mails())
    expect(mails.map((each, at) => `${each.folder} ${each.position} ${subjects(mails)[at]}`)).toEqual([
      'Maildir/Archive/2019 0 seven',
      'Maildir 0 six',
      'Sent 0 three',
      'apple 0 eight',
      'archive 0 one',
      'archive 1 two',
      'letters 0 five',
      'letters 1 four',
    ])
    expect(source.skippedFiles().map((each) => [each.path.slice(6), each.reason])).toEqual([
      ['README.md', 'not a mail file'],
      ['empty.mbox', 'empty'],
      ['index.csv', 'not a mail file'],
      ['old.pst', 'an Outlook data file (.pst): export it as mbox or .eml'],
    ])
    expect(mails.at(-1)?.bytesRead).toBeLessThanOrEqual(await source.totalBytes())
  })

  test('goes on after any mail as if it had never stopped', async () => {
    const folder = await folderWith({
      'a.mbox': mbox(mail('1'), mail('2'), mail('3')),
      'b.zip': zip([
        { name: 'x/c.mbox', content: mbox(mail('4'), mail('5')) },
        { name: 'x/d.eml', content: mail('6') },
        { name: 'x/e.mbox.gz', content: gzipSync(mbox(mail('7'), mail('8'))) },
      ]),
      'f.mbox.gz': gzipSync(mbox(mail('9'), mail('10'))),
      'g.eml': mail('11'),
    })
    const source = await openMailSource([folder])
    const mails = await all(source.mails())
    expect(subjects(mails)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'])
    for (const [at, { checkpoint }] of mails.entries()) {
      const rest = await all((await openMailSource([folder])).mails(checkpoint))
      expect(rest.map((each) => ({ ...each, bytesRead: 0 }))).toEqual(
        mails.slice(at + 1).map((each) => ({ ...each, bytesRead: 0 })),
      )
    }
  })

  test('keeps apart what carries the same name', async () => {
    const first = await folderWith({ 'in.mbox': mbox(mail('1')), 'in.txt': mbox(mail('2')) })
    const second = await folderWith({ 'in.mbox': mbox(mail('3')) })
    const mails = await all((await openMailSource([first, second])).mails())
    expect(mails.map((each) => each.folder)).toEqual(['given (2)/in', 'given/in', 'given/in (2)'])
  })
})

describe("Google's Takeout", () => {
  test('gives the folder by the first label, as it stands', async () => {
    const takeout = zip([
      {
        name: 'Takeout/Mail/All mail Including Spam and Trash.mbox',
        content: mbox(
          mail('1', 'X-Gmail-Labels: Posteingang,Wichtig\n'),
          mail('2', 'X-Gmail-Labels: =?UTF-8?Q?Gesch=C3=A4ft/2019,Ge=C3=B6ffnet?=\n'),
          mail('3', 'X-Gmail-Labels: "A, B",Sent\n'),
          mail('4'),
        ),
      },
      { name: 'Takeout/archive_browser.html', content: '<html></html>' },
    ])
    const folder = await folderWith({ 'takeout.zip': takeout })
    const mails = await all((await openMailSource([join(folder, 'takeout.zip')])).mails())
    expect(mails.map((each) => each.folder)).toEqual([
      'Posteingang',
      'Geschäft/2019',
      'A, B',
      'All mail Including Spam and Trash',
    ])
  })
})

describe('a zip', () => {
  test('is refused what leads out of it, and says what is locked', async () => {
    const source = await openMailSource([
      await folderWith({
        'a.zip': zip([
          { name: '../../evil.eml', content: mail('evil') },
          { name: '/etc/evil.eml', content: mail('evil') },
          { name: 'locked.eml', content: mail('locked'), encrypted: true },
          { name: 'inner.zip', content: zip([{ name: 'x.eml', content: mail('x') }]) },
          { name: 'good.eml', content: mail('good') },
        ]),
      }),
    ])
    expect(subjects(await all(source.mails()))).toEqual([
      'good',
      'encrypted in the zip: unpack it with its password first',
    ])
    expect(source.skippedFiles().map((each) => each.reason)).toEqual([
      'its name leads out of the zip',
      'its name leads out of the zip',
      'a zip inside a zip',
    ])
  })

  test('that would fill the disk is not unpacked', async () => {
    const bomb = zip([{ name: 'b.mbox', content: Buffer.alloc(80 * 1024 * 1024, 'a') }])
    const gzip = gzipSync(`${mbox(mail('x'))}${'\n'.repeat(80 * 1024 * 1024)}`)
    const mails = await all(
      (await openMailSource([await folderWith({ 'a.zip': bomb, 'b.gz': gzip })])).mails(),
    )
    expect(mails.map((each) => each.unreadable)).toEqual([
      expect.stringContaining('more than 200 times'),
      expect.stringContaining('more than 200 times'),
    ])
  })

  test('or gzip that is damaged costs one line, not the rest', async () => {
    const whole = gzipSync(mbox(...Array.from({ length: 5000 }, (_, n) => mail(`${n} ${Math.sin(n)}`))))
    const folder = await folderWith({
      'a.mbox.gz': whole.subarray(0, whole.length - 900),
      'b.zip': 'PK\x03\x04 nothing',
      'c.eml': mail('c'),
    })
    const mails = await all((await openMailSource([folder])).mails())
    const failed = mails.filter((each) => each.unreadable)
    expect(failed.map((each) => each.unreadable)).toEqual([
      expect.stringContaining('the gzip file is damaged'),
      expect.stringContaining('the zip is damaged'),
    ])
    expect(mails.length).toBeGreaterThan(3000)
    expect(subjects(mails).at(-1)).toBe('c')
    expect(await all((await openMailSource([folder])).mails(failed[0]?.checkpoint))).toHaveLength(2)
  })
})

test('files that are kept elsewhere are read like files on disk', async () => {
  const contents: Record<string, Buffer> = {
    'mails/a.mbox': Buffer.from(mbox(mail('1'), mail('2'))),
    'mails/b.zip': zip([{ name: 'c.eml', content: mail('3') }]),
  }
  const files: MailFile[] = Object.entries(contents).map(([path, bytes]) => ({
    path,
    size: bytes.length,
    async *open(offset = 0) {
      for (let at = offset; at < bytes.length; at += 37) yield bytes.subarray(at, at + 37)
    },
  }))
  expect(subjects(await all((await sourceFromFiles(files)).mails()))).toEqual(['1', '2', '3'])
})
