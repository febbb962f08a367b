import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { crc32, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/platform/actor.ts'
import { addWorkspace, doIt, type TestHouse, testHouse } from '../house.ts'
import { allFigures, differences } from './all-figures.ts'
import { beginPaths, data, type Figures, importPaths, readThrough } from './import-house.ts'

const me = ['phillip.allen@enron.com', 'k..allen@enron.com']
const packed = join(data, 'enron-allen-p/mbox/deleted_items.mbox.gz')
const part = 4 * 1024 * 1024

let h: TestHouse
let folder: string

beforeAll(async () => {
  h = await testHouse({ name: 'import_uploads' })
  folder = mkdtempSync(join(tmpdir(), 'rapport-upload-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await h.stop()
})

const figures = async (actor: Actor) =>
  JSON.parse(
    JSON.stringify(await allFigures(h.house.database.ownerPool, actor.workspaceId)).replaceAll(
      actor.memberId,
      'me',
    ),
  )

/** Sends a file in parts, but for those left out; answers its id. */
async function send(actor: Actor, path: string, bytes: Buffer, leftOut: number[] = []): Promise<string> {
  const { uploadId, partBytes } = await doIt<{ uploadId: string; partBytes: number }>(
    h.house,
    actor,
    'conversations.startUpload',
    { path, size: bytes.length },
  )
  expect(partBytes).toBe(part)
  for (let n = 0; n * part < bytes.length; n++)
    if (!leftOut.includes(n))
      await doIt(
        h.house,
        actor,
        'conversations.putPart',
        { uploadId, n },
        bytes.subarray(n * part, (n + 1) * part),
      )
  return uploadId
}
const beginUploads = (actor: Actor, uploads: string[]) =>
  doIt<{ importId: string; resumed: boolean }>(h.house, actor, 'conversations.importMail', { uploads, me })
async function importUploads(actor: Actor, uploads: string[]) {
  return readThrough(h.house, actor, (await beginUploads(actor, uploads)).importId)
}

/** Files as a zip that only stores them (APPNOTE.TXT 4.3): enough for a reader of names and bytes. */
function zip(files: { path: string; bytes: Buffer; locked?: boolean }[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes, locked } of files) {
    const name = Buffer.from(path)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(locked ? 0x801 : 0x800, 2)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(bytes.length, 14)
    // what is encrypted has twelve bytes before it that are not unpacked
    common.writeUInt32LE(bytes.length - (locked ? 12 : 0), 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, bytes])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, tail, name]))
    bodies.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(entries.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, entries, end])
}

test('a file of several parts reads as it does by its path, plain and gzipped, and its parts are gone afterwards', async () => {
  const copies = Math.ceil((part + 1) / gunzipSync(readFileSync(packed)).length)
  const plain = Buffer.concat(Array.from({ length: copies }, () => gunzipSync(readFileSync(packed))))
  expect(plain.length).toBeGreaterThan(part)
  writeFileSync(join(folder, 'deleted_items.mbox'), plain)
  const byPath = await addWorkspace(h.house)
  const one = await importPaths(h.house, byPath, [join(folder, 'deleted_items.mbox')], me)
  const expected = await figures(byPath)
  for (const [path, bytes] of [
    ['deleted_items.mbox', plain],
    ['deleted_items.mbox.gz', gzipSync(plain)],
  ] as const) {
    const actor = await addWorkspace(h.house)
    const sent = await importUploads(actor, [await send(actor, path, bytes)])
    expect(sent).toMatchObject({
      state: 'done',
      found: one.found,
      stored: one.stored,
      duplicates: one.duplicates,
    })
    expect(differences(expected, await figures(actor))).toEqual({})
    const { rows } = await h.house.database.ownerPool.query(
      'select count(*)::int as n from conversations.upload_part where workspace_id = $1',
      [actor.workspaceId],
    )
    expect(rows[0].n).toBe(0)
  }
})

test('a file whose parts are not all there is refused with what is missing, and another member’s is not found', async () => {
  const actor = await addWorkspace(h.house)
  const upload = await send(actor, 'big.mbox', Buffer.alloc(part + 10, 'a'), [1])
  await expect(beginUploads(actor, [upload])).rejects.toMatchObject({
    code: 'conflict',
    message: `big.mbox has not arrived whole: ${part} of ${part + 10} bytes.`,
  })
  await expect(beginUploads(await addWorkspace(h.house), [upload])).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(
    doIt(h.house, actor, 'conversations.putPart', { uploadId: upload, n: 1 }, Buffer.alloc(11)),
  ).rejects.toMatchObject({ code: 'invalid' })
})

test('a Takeout zip, a Maildir sent as single files and the same as a zip give mails in their folders', async () => {
  const mail = (subject: string, labels = '') =>
    Buffer.from(
      `From: Ann Elster <ann@elster.example>\r\nTo: phillip.allen@enron.com\r\nSubject: ${subject}\r\nDate: Mon, 5 Mar 2001 10:00:00 +0000\r\nMessage-ID: <${subject}@elster.example>\r\n${labels}\r\nCould you send me ${subject}?\r\n`,
    )
  const mbox = Buffer.concat(
    ['one', 'two'].map((each) =>
      Buffer.concat([
        Buffer.from('From x Mon Mar  5 10:00:00 2001\r\n'),
        mail(each, `X-Gmail-Labels: ${each === 'one' ? 'Inbox' : 'Sent'}\r\n`),
        Buffer.from('\r\n'),
      ]),
    ),
  )
  const takeout = await addWorkspace(h.house)
  const archive = zip([
    { path: 'Takeout/archive_browser.html', bytes: Buffer.from('<html></html>') },
    { path: 'Takeout/Mail/All mail Including Spam and Trash.mbox', bytes: mbox },
  ])
  const taken = await importUploads(takeout, [await send(takeout, 'takeout-1.zip', archive)])
  expect(taken).toMatchObject({ state: 'done', found: 2, stored: 2 })
  expect(taken.passedOver).toEqual([
    { path: 'takeout-1.zip/Takeout/archive_browser.html', reason: 'not a mail file' },
  ])
  const folders = await doIt<{ folders: { name: string; found: number }[] }>(
    h.house,
    takeout,
    'conversations.mailbox',
    { mailboxId: taken.mailboxId },
  )
  expect(folders.folders.map((each) => [each.name, each.found])).toEqual([
    ['Inbox', 1],
    ['Sent', 1],
  ])

  const root = join(data, 'maildir-notmuch/default')
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
  const byPath = await addWorkspace(h.house)
  await importPaths(h.house, byPath, [root], me)
  const expected = await figures(byPath)
  const single = await addWorkspace(h.house)
  const ids: string[] = []
  for (const file of files)
    ids.push(await send(single, `default/${relative(root, file)}`, readFileSync(file)))
  expect(await importUploads(single, ids)).toMatchObject({ found: 53 })
  expect(differences(expected, await figures(single))).toEqual({})
  const zipped = await addWorkspace(h.house)
  const both = zip(
    files.map((file) => ({ path: `default/${relative(root, file)}`, bytes: readFileSync(file) })),
  )
  expect(await importUploads(zipped, [await send(zipped, 'default.zip', both)])).toMatchObject({ found: 53 })
})

test('files sent once more after a stop are gone on with where it was, and each mail is found once', async () => {
  const bytes = readFileSync(packed)
  const actor = await addWorkspace(h.house)
  const first = await beginUploads(actor, [await send(actor, 'deleted_items.mbox.gz', bytes)])
  // stopped before the first batch is over: a signal ends it after the batch at hand
  await h.house.works
    .get('conversations.readImport')
    ?.run(h.house, actor, { importId: first.importId }, AbortSignal.abort())
  const stopped = await doIt<Figures>(h.house, actor, 'conversations.import', { importId: first.importId })
  expect(stopped.state).toBe('stopped')
  expect(stopped.found).toBeGreaterThan(0)
  expect(stopped.found).toBeLessThan(358)
  const second = await beginUploads(actor, [await send(actor, 'deleted_items.mbox.gz', bytes)])
  expect(second).toMatchObject({ importId: first.importId, resumed: true })
  expect(await readThrough(h.house, actor, second.importId)).toMatchObject({ state: 'done', found: 358 })
  const { rows } = await h.house.database.ownerPool.query(
    'select count(*)::int as n from conversations.upload where workspace_id = $1',
    [actor.workspaceId],
  )
  expect(rows[0].n).toBe(0)
})

test('an import is stopped by its member, even where its program died, and gone on with', async () => {
  const actor = await addWorkspace(h.house)
  const { importId } = await beginPaths(h.house, actor, [packed], me)
  expect(await readThrough(h.house, actor, importId, AbortSignal.abort())).toMatchObject({ state: 'stopped' })
  await h.house.database.ownerPool.query(
    `update conversations.mail_import set state = 'reading' where id = $1`,
    [importId],
  )
  await doIt(h.house, actor, 'conversations.cancelImport', { importId })
  const cancelled = await readThrough(h.house, actor, importId)
  expect(cancelled.state).toBe('cancelled')
  expect(cancelled.found).toBe(cancelled.stored + cancelled.duplicates)
  await doIt(h.house, actor, 'conversations.resumeImport', { importId })
  expect(await readThrough(h.house, actor, importId)).toMatchObject({ state: 'done', found: 358 })
})

test('files that changed since are not gone on with: the reason says to import them again, which stores the rest', async () => {
  const actor = await addWorkspace(h.house)
  const path = join(folder, 'changing.mbox')
  const all = gunzipSync(readFileSync(packed))
  writeFileSync(path, all)
  const { importId } = await beginPaths(h.house, actor, [path], me)
  const stopped = await readThrough(h.house, actor, importId, AbortSignal.abort())
  writeFileSync(
    path,
    Buffer.concat([
      all,
      Buffer.from('From x Mon Mar  5 10:00:00 2001\nFrom: a@b.example\nSubject: new\n\nnew\n'),
    ]),
  )
  await doIt(h.house, actor, 'conversations.resumeImport', { importId })
  const failed = await readThrough(h.house, actor, importId)
  expect(failed).toMatchObject({ state: 'failed', found: stopped.found })
  expect(failed.error).toContain('have changed')
  const again = await importPaths(h.house, actor, [path], me)
  expect(again).toMatchObject({ state: 'done', found: 359 })
  expect(again.duplicates).toBeGreaterThanOrEqual(stopped.stored)
})

test('an empty file is nothing found; a folder without mail says so in plain words', async () => {
  const actor = await addWorkspace(h.house)
  writeFileSync(join(folder, 'empty.mbox'), '')
  expect(await importPaths(h.house, actor, [join(folder, 'empty.mbox')], me)).toMatchObject({
    state: 'done',
    found: 0,
    stored: 0,
    passedOver: [{ path: 'empty.mbox', reason: 'empty' }],
  })
  writeFileSync(join(folder, 'list.csv'), 'name,mail\nAnn,ann@elster.example\n')
  expect(await importPaths(h.house, actor, [join(folder, 'list.csv')], me)).toMatchObject({
    state: 'failed',
    found: 0,
    error: 'No mail was found there: list.csv is not a mail file.',
  })
  await expect(importPaths(h.house, actor, [join(folder, 'nowhere')], me)).rejects.toMatchObject({
    code: 'invalid',
    message: `There is nothing at ${join(folder, 'nowhere')}.`,
  })
})

test('a mail that cannot be read is kept, listed with its reason, counted, and can be downloaded', async () => {
  const actor = await addWorkspace(h.house)
  const zipped = zip([
    { path: 'mail/good.eml', bytes: Buffer.from('From: a@b.example\r\nSubject: good\r\n\r\nhello\r\n') },
    { path: 'mail/locked.eml', bytes: Buffer.alloc(60, 'x'), locked: true },
  ])
  const all = await importUploads(actor, [await send(actor, 'mail.zip', zipped)])
  const reason = 'encrypted in the zip: unpack it with its password first'
  expect(all).toMatchObject({ state: 'done', found: 2, stored: 1, skipped: { [reason]: 1 } })
  const { items } = await doIt<{ items: { id: string; reason: string; size: number }[] }>(
    h.house,
    actor,
    'conversations.unreadable',
    { importId: all.id },
  )
  expect(items).toMatchObject([{ reason, size: 0 }])
  const file = await doIt<{ fileName: string; body: Buffer }>(
    h.house,
    actor,
    'conversations.unreadableSource',
    { unreadableId: items[0]?.id },
  )
  expect(file.fileName).toMatch(/^unreadable-\d+\.eml$/)
})
