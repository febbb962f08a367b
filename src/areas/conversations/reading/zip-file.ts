import { Readable } from 'node:stream'
import yauzl from 'yauzl'
import { harmlessBytes, highestRatio, skipBytes } from './gzip-file.ts'
import type { MailFile } from './mail-file.ts'

/** Bounds of one zip: entries, and bytes when unpacked (200 GB, several of the largest mailboxes there are). */
const mostEntries = 1_000_000
const mostUnpacked = 200 * 1024 ** 3

/** What a zip holds: files to read, and entries that were refused with the reason. */
export interface ZipListing {
  /** `unreadable` says why an entry that is there can't be opened (encrypted, too large); null for the rest. */
  files: { file: MailFile; packed: number; unreadable: string | null }[]
  refused: { path: string; reason: string }[]
}

/**
 * Lists a zip that lies in any MailFile, without unpacking it or copying it anywhere. Entries that would leave their
 * folder are refused. Throws an Error with a plain reason where the zip itself can't be read.
 */
export async function listZip(zip: MailFile): Promise<ZipListing> {
  const archive = await open(zip)
  const listing: ZipListing = { files: [], refused: [] }
  const names = new Set<string>()
  let unpacked = 0
  let entries = 0
  await new Promise<void>((done, fail) => {
    archive.on('error', (error: Error) => fail(new Error(`the zip is damaged: ${error.message}`)))
    archive.on('end', () => done())
    archive.on('entry', (entry: yauzl.Entry) => {
      entries++
      unpacked += entry.uncompressedSize
      if (entries > mostEntries) return fail(new Error(`the zip has more than ${mostEntries} entries`))
      const name = nameOf(entry)
      if (!name.endsWith('/')) add(entry, name)
      archive.readEntry()
    })
    archive.readEntry()
  })
  listing.files = listing.files.toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1))
  return listing

  function add(entry: yauzl.Entry, name: string): void {
    const path = `${zip.path}/${name}`
    const invalid = yauzl.validateFileName(name)
    if (invalid) {
      listing.refused.push({ path, reason: 'its name leads out of the zip' })
      return
    }
    let free = path
    for (let n = 2; names.has(free); n++) free = `${path} (${n})`
    names.add(free)
    const file = { path: free, size: entry.uncompressedSize, open: (offset = 0) => content(entry, offset) }
    listing.files.push({ file, packed: entry.compressedSize, unreadable: whyUnreadable(entry) })
  }

  function whyUnreadable(entry: yauzl.Entry): string | null {
    if (entry.isEncrypted()) return 'encrypted in the zip: unpack it with its password first'
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    if (entry.uncompressedSize > harmlessBytes && ratio > highestRatio) {
      return `unpacks to more than ${highestRatio} times its size`
    }
    if (unpacked > mostUnpacked) return 'the zip unpacks to more than 200 GB'
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
      return 'packed in a way that is not supported'
    return null
  }

  async function* content(entry: yauzl.Entry, offset: number): AsyncGenerator<Buffer> {
    const stream = await new Promise<Readable>((done, fail) => {
      archive.openReadStream(entry, (error, opened) => (error || !opened ? fail(error) : done(opened)))
    })
    try {
      yield* skipBytes(stream, offset)
    } finally {
      stream.destroy()
    }
  }
}

function nameOf(entry: yauzl.Entry): string {
  const raw = entry.fileName as unknown as Buffer
  const utf8 = (entry.generalPurposeBitFlag & 0x800) !== 0
  const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
  return (utf8 ? raw.toString('utf8') : name).replaceAll('\\', '/')
}

class FileReader extends yauzl.RandomAccessReader {
  #file: MailFile

  constructor(file: MailFile) {
    super()
    this.#file = file
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(range(this.#file, start, end))
  }
}

async function* range(file: MailFile, start: number, end: number): AsyncGenerator<Buffer> {
  let left = end - start
  if (left <= 0) return
  for await (const chunk of file.open(start)) {
    yield chunk.length > left ? chunk.subarray(0, left) : chunk
    left -= chunk.length
    if (left <= 0) return
  }
}

function open(zip: MailFile): Promise<yauzl.ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false } as const
  return new Promise((done, fail) => {
    yauzl.fromRandomAccessReader(new FileReader(zip), zip.size, options, (error, archive) => {
      if (error || !archive) fail(new Error(`the zip is damaged: ${error?.message ?? 'no directory'}`))
      else done(archive)
    })
  })
}
