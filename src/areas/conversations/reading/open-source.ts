import { createHash } from 'node:crypto'
import { detect, headBytes } from './detect.ts'
import { type FolderNames, folderNames } from './folder-names.ts'
import { gmailFolder } from './gmail-folder.ts'
import { unzippedFile } from './gzip-file.ts'
import { filesUnder, headOf, type MailFile, sortedByPath } from './mail-file.ts'
import { readMbox } from './mbox.ts'
import { readOneMail, unwrapAppleMail } from './one-mail-file.ts'
import type { MailSource, RawMail, SourceCheckpoint } from './read-mail-shape.ts'
import { listZip } from './zip-file.ts'

/** A file that holds no mail, and why it was passed over. */
export interface SkippedFile {
  path: string
  reason: string
}

/** A source of mails that also says what it passed over so far. */
export type FileMailSource = MailSource & { skippedFiles(): SkippedFile[] }

/** In a checkpoint: nothing more is to be had from this file, though its end was not reached. */
const fileDone = -1

/** Opens files and folders of this machine: mbox, Maildir, single mails, each also gzipped or in a zip. */
export async function openMailSource(paths: readonly string[]): Promise<FileMailSource> {
  return sourceFromFiles(await filesUnder(paths))
}

/** The same for files that are kept elsewhere, such as uploads. Paths must differ from each other. */
export async function sourceFromFiles(given: readonly MailFile[]): Promise<FileMailSource> {
  const files = sortedByPath(given)
  const skipped = new Map<string, string>()
  return {
    fingerprint: () => fingerprintOf(files),
    totalBytes: async () => files.reduce((sum, file) => sum + file.size, 0),
    mails: (after) => readFiles(files, after ?? null, skipped),
    skippedFiles: () => [...skipped].map(([path, reason]) => ({ path, reason })),
  }
}

/** A name for the content: all paths and sizes, and the first and last bytes of up to 500 files. */
async function fingerprintOf(files: readonly MailFile[]): Promise<string> {
  const hash = createHash('sha256')
  for (const [place, file] of files.entries()) {
    hash.update(JSON.stringify([file.path, file.size]))
    if (place >= 500) continue
    hash.update(await headOf(file, 16_384))
    if (file.size > 32_768) for await (const chunk of file.open(file.size - 16_384)) hash.update(chunk)
  }
  return hash.digest('hex')
}

/** What is read goes by here: `done` is of files that are finished, `now` of the one at hand. */
interface Reading {
  skipped: Map<string, string>
  done: number
  now: number
}

async function* readFiles(
  files: readonly MailFile[],
  after: SourceCheckpoint | null,
  skipped: Map<string, string>,
): AsyncGenerator<RawMail> {
  const names = folderNames(files.map((file) => file.path))
  const reading: Reading = { skipped, done: 0, now: 0 }
  let waiting = after
  for (const file of files) {
    const here = waiting !== null && (file.path === waiting.file || waiting.file.startsWith(`${file.path}/`))
    if (waiting && !here) await noteIfSkipped(file, skipped)
    else {
      const from: SourceCheckpoint | null = waiting
      waiting = null
      yield* readFile(file, names, from, reading, 1)
    }
    reading.done += file.size
    reading.now = 0
  }
}

/** On resuming, files before the checkpoint are not read again, but those that hold no mail are still named. */
async function noteIfSkipped(file: MailFile, skipped: Map<string, string>): Promise<void> {
  try {
    let kind = detect(await headOf(file, headBytes), file.path)
    if (kind.kind === 'gzip') kind = detect(await headOf(unzippedFile(file), headBytes), withoutGz(file.path))
    if (kind.kind === 'other') skipped.set(file.path, kind.reason)
  } catch {
    // It was reported when it was read.
  }
}

/** `share` is how many bytes of the input one byte of this file stands for. */
async function* readFile(
  file: MailFile,
  names: FolderNames,
  after: SourceCheckpoint | null,
  reading: Reading,
  share: number,
): AsyncGenerator<RawMail> {
  if (after && after.offset === fileDone && after.file === file.path) return
  const counted = countedFile(file, reading, share)
  let source = counted
  try {
    let kind = detect(await headOf(file, headBytes), file.path)
    if (kind.kind === 'zip') return yield* readZip(file, after, reading, share)
    if (kind.kind === 'gzip') {
      source = unzippedFile(counted)
      kind = detect(await headOf(unzippedFile(file), headBytes), withoutGz(file.path))
      if (kind.kind === 'zip' || kind.kind === 'gzip') kind = { kind: 'other', reason: 'packed twice' }
    }
    if (kind.kind === 'other') {
      reading.skipped.set(file.path, kind.reason)
    } else if (kind.kind === 'mbox') {
      yield* readMboxFile(file.path, source, names, after, reading)
    } else if (!after) {
      const { raw, unreadable } = await readOneMail(source)
      const mail = kind.kind === 'apple-mail' ? unwrapAppleMail(raw) : raw
      yield single(mail, unreadable)
    }
  } catch (error) {
    yield single(Buffer.alloc(0), error instanceof Error ? error.message : String(error))
  }

  function single(raw: Buffer, unreadable: string | null): RawMail {
    const checkpoint = { file: file.path, mails: 1, offset: fileDone }
    const bytesRead = reading.done + Math.round(reading.now)
    const folder = names.ofMail(file.path)
    return { folder, position: names.placeOf(file.path), raw, unreadable, checkpoint, bytesRead }
  }
}

async function* readMboxFile(
  path: string,
  source: MailFile,
  names: FolderNames,
  after: SourceCheckpoint | null,
  reading: Reading,
): AsyncGenerator<RawMail> {
  const offset = after?.offset ?? 0
  let mails = after?.mails ?? 0
  const folder = names.ofMbox(path)
  for await (const mail of readMbox(source.open(offset), { offset })) {
    mails++
    yield {
      folder: gmailFolder(mail.raw) ?? folder,
      position: mails - 1,
      raw: mail.raw,
      unreadable: mail.unreadable,
      envelopeDate: mail.envelopeDate,
      checkpoint: { file: path, mails, offset: mail.next },
      bytesRead: reading.done + Math.round(reading.now),
    }
  }
}

async function* readZip(
  zip: MailFile,
  after: SourceCheckpoint | null,
  reading: Reading,
  share: number,
): AsyncGenerator<RawMail> {
  if (share !== 1) {
    reading.skipped.set(zip.path, 'a zip inside a zip')
    return
  }
  const listing = await listZip(zip)
  for (const each of listing.refused) reading.skipped.set(each.path, each.reason)
  const names = folderNames(listing.files.map(({ file }) => file.path.slice(zip.path.length + 1)))
  const inside: FolderNames = {
    ofMbox: (path) => names.ofMbox(path.slice(zip.path.length + 1)),
    ofMail: (path) => names.ofMail(path.slice(zip.path.length + 1)),
    placeOf: (path) => names.placeOf(path.slice(zip.path.length + 1)),
  }
  let waiting = after
  let packedBefore = 0
  for (const { file, packed, unreadable } of listing.files) {
    reading.now = packedBefore
    packedBefore += packed
    if (waiting && waiting.file !== file.path) {
      if (!unreadable) await noteIfSkipped(file, reading.skipped)
      continue
    }
    const from: SourceCheckpoint | null = waiting
    waiting = null
    if (!unreadable)
      yield* readFile(file, inside, from, reading, Math.min(0.999, packed / Math.max(1, file.size)))
    else if (!from) {
      const checkpoint = { file: file.path, mails: 1, offset: fileDone }
      const place = { folder: inside.ofMail(file.path), position: inside.placeOf(file.path) }
      yield { ...place, raw: Buffer.alloc(0), unreadable, checkpoint, bytesRead: reading.done + packedBefore }
    }
  }
}

/** The same file, with what is read of it counted for progress; what lies before an offset counts as read. */
function countedFile(file: MailFile, reading: Reading, share: number): MailFile {
  return {
    ...file,
    async *open(offset = 0) {
      reading.now += offset * share
      for await (const chunk of file.open(offset)) {
        reading.now += chunk.length * share
        yield chunk
      }
    },
  }
}

function withoutGz(path: string): string {
  return path.replace(/\.gz$/i, '')
}
