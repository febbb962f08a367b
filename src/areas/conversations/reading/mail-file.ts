import { createReadStream } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'

/** Bytes under a name, wherever they are kept, that can be read from any offset again and again. */
export interface MailFile {
  /** Names it inside its source, with slashes: "Takeout/Mail/Inbox.mbox". */
  path: string
  /** Bytes as kept, compressed where they are compressed. */
  size: number
  open(offset?: number): AsyncIterable<Buffer>
}

const chunkBytes = 256 * 1024

/** A file on this machine as a MailFile. */
export function fileOnDisk(place: string, path: string, size: number): MailFile {
  return {
    path,
    size,
    open: (offset = 0) => createReadStream(place, { start: offset, highWaterMark: chunkBytes }),
  }
}

/**
 * All files under the given paths, in code-unit order of their paths inside the source. A folder's files are named
 * from its own name on; links inside folders are not followed. Throws where a given path does not exist.
 */
export async function filesUnder(paths: readonly string[]): Promise<MailFile[]> {
  const files = new Map<string, MailFile>()
  const seen = new Set<string>()
  for (const given of paths) {
    const place = await realpath(resolve(given))
    const root = freeName(basename(resolve(given)), files)
    for await (const found of walk(place, root)) {
      if (seen.has(found.place)) continue
      seen.add(found.place)
      files.set(found.path, fileOnDisk(found.place, found.path, (await stat(found.place)).size))
    }
  }
  return sortedByPath([...files.values()])
}

/** In the order of the paths' UTF-16 code units, the same on every machine. */
export function sortedByPath<T extends { path: string }>(files: readonly T[]): T[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** The first `count` bytes of a file, or all of a shorter one. */
export async function headOf(file: MailFile, count: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of file.open()) {
    chunks.push(chunk)
    length += chunk.length
    if (length >= count) break
  }
  return Buffer.concat(chunks).subarray(0, count)
}

async function* walk(place: string, path: string): AsyncGenerator<{ place: string; path: string }> {
  const found = await stat(place)
  if (found.isFile()) yield { place, path }
  if (!found.isDirectory()) return
  for (const entry of await readdir(place, { withFileTypes: true })) {
    if (entry.isFile()) yield { place: join(place, entry.name), path: `${path}/${entry.name}` }
    else if (entry.isDirectory()) yield* walk(join(place, entry.name), `${path}/${entry.name}`)
  }
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>): string {
  const isTaken = (root: string) =>
    [...taken.keys()].some((path) => path === root || path.startsWith(`${root}/`))
  if (!isTaken(name)) return name
  for (let n = 2; ; n++) if (!isTaken(`${name} (${n})`)) return `${name} (${n})`
}
