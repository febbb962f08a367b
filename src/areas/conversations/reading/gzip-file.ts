import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { MailFile } from './mail-file.ts'

/** Text packs ten to twenty times; a stream that grows more than this, and to much, is made to fill disks. */
export const highestRatio = 200
/** Nothing smaller is called a bomb. */
export const harmlessBytes = 64 * 1024 * 1024

/** What is inside a gzip file, as a file of its own. Opening it at an offset reads from the beginning and skips. */
export function unzippedFile(file: MailFile): MailFile {
  return { path: file.path, size: file.size, open: (offset = 0) => skipBytes(gunzip(file.open()), offset) }
}

/** Passes a stream on from an offset. */
export async function* skipBytes(chunks: AsyncIterable<Buffer>, offset: number): AsyncGenerator<Buffer> {
  let left = offset
  for await (const chunk of chunks) {
    if (left >= chunk.length) {
      left -= chunk.length
      continue
    }
    yield left > 0 ? chunk.subarray(left) : chunk
    left = 0
  }
}

async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let packed = 0
  let unpacked = 0
  const counted = async function* () {
    for await (const chunk of chunks) {
      packed += chunk.length
      yield chunk
    }
  }
  const source = Readable.from(counted())
  // Small chunks, because one that is not full is lost where the file breaks off.
  const stream = createGunzip({ chunkSize: 32 * 1024 })
  source.on('error', (error) => stream.destroy(error))
  source.pipe(stream)
  try {
    for await (const chunk of stream) {
      unpacked += chunk.length
      if (unpacked > harmlessBytes && unpacked > packed * highestRatio) {
        throw new Error(`the gzip file unpacks to more than ${highestRatio} times its size`)
      }
      yield chunk
    }
  } catch (error) {
    throw error instanceof Error && 'code' in error
      ? new Error(`the gzip file is damaged: ${error.message}`)
      : error
  } finally {
    source.destroy()
    stream.destroy()
  }
}
