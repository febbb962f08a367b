import type { MailFile } from './mail-file.ts'
import { mostMailBytes } from './read-mail.ts'

/** A file that is one mail: its bytes, or as many as are allowed and the reason. */
export interface OneMail {
  raw: Buffer
  unreadable: string | null
}

/** Reads a file that is one mail, up to 100 MB of it. */
export async function readOneMail(file: MailFile): Promise<OneMail> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of file.open()) {
    length += chunk.length
    if (length > mostMailBytes) return { raw: Buffer.concat(chunks), unreadable: 'larger than 100 MB' }
    chunks.push(chunk)
  }
  return { raw: Buffer.concat(chunks), unreadable: null }
}

/** An .emlx of Apple Mail: a line with the mail's length, the mail, and a property list that is left out. */
export function unwrapAppleMail(bytes: Buffer): Buffer {
  const line = bytes.indexOf(10)
  const length = Number(bytes.toString('latin1', 0, Math.max(0, line)).trim())
  return line < 0 || Number.isNaN(length) ? bytes : bytes.subarray(line + 1, line + 1 + length)
}
