import { decodeBytes } from './charsets.ts'
import { decodeWords } from './encoded-words.ts'

/** One header line, unfolded, its bytes read as text but its encoded words still encoded. */
export interface HeaderField {
  /** Lower case. */
  name: string
  value: string
}

/** The head of a mail or of a part. */
export interface HeaderBlock {
  fields: HeaderField[]
  /** Byte offset of the first byte after the blank line. */
  bodyStart: number
  defects: string[]
}

const mostHeaderBytes = 256 * 1024
const mostFields = 2000
const namePattern = /^([!-9;-~]{1,200})[ \t]*:/

/**
 * Reads header lines from `start` up to the blank line that ends them (RFC 5322 section 2.2), never past `end`.
 * Ends of line may be LF, CRLF or, where the first one is, a lone CR. Lines that are no header are joined to the
 * line before when headers go on after them, and begin the body when they don't.
 */
export function readHeaderBlock(bytes: Buffer, start: number, end: number): HeaderBlock {
  const loneCr = endsLinesWithCr(bytes, start, end)
  const fields: HeaderField[] = []
  const defects: string[] = []
  let current: { name: string; parts: string[] } | null = null
  let at = start
  const close = () => {
    if (current) fields.push({ name: current.name, value: readValue(current.parts) })
    current = null
  }
  while (at < end) {
    const line = lineAt(bytes, at, end, loneCr)
    if (line.stop === at) return finish(line.next)
    if (line.next - start > mostHeaderBytes || fields.length >= mostFields) {
      defects.push('header longer than 256 KB, the rest left out')
      return finish(skipToBlank(bytes, at, end, loneCr))
    }
    const text = bytes.toString('latin1', at, line.stop)
    const first = text.charCodeAt(0)
    const name = first === 32 || first === 9 ? null : namePattern.exec(text)
    if (name?.[1]) {
      close()
      current = { name: name[1].toLowerCase(), parts: [text.slice(name[0].length)] }
    } else if (current && (first === 32 || first === 9)) {
      current.parts.push(text)
    } else if (fields.length === 0 && !current && /^>?From /.test(text)) {
      // A separator line of an mbox that came along with the mail.
    } else if (current && headersGoOn(bytes, line.next, end, loneCr)) {
      defects.push('a line in the header is no header')
      current.parts.push(` ${text}`)
    } else if (first !== 32 && first !== 9) {
      defects.push(current ? 'no blank line between header and body' : 'no header')
      return finish(at)
    }
    at = line.next
  }
  return finish(end)

  function finish(bodyStart: number): HeaderBlock {
    close()
    return { fields, bodyStart, defects }
  }
}

/** A header's value for people: encoded words decoded, control characters gone. */
export function decodeValue(value: string): string {
  return decodeWords(value)
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
}

function readValue(parts: string[]): string {
  let raw = (parts[0] ?? '').trim()
  for (let i = 1; i < parts.length; i++) {
    const more = (parts[i] ?? '').trim()
    if (more !== '') raw = raw === '' ? more : `${raw} ${more}`
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: undecoded bytes are what is looked for
  return /[\x1b\x80-\xff]/.test(raw) ? decodeBytes(Buffer.from(raw, 'latin1'), null).text : raw
}

function endsLinesWithCr(bytes: Buffer, start: number, end: number): boolean {
  const cr = bytes.indexOf(13, start)
  if (cr < 0 || cr >= end || bytes[cr + 1] === 10) return false
  const lf = bytes.indexOf(10, start)
  return lf < 0 || lf > cr + 2
}

interface Line {
  stop: number
  next: number
}

function lineAt(bytes: Buffer, at: number, end: number, loneCr: boolean): Line {
  let stop = at
  if (loneCr) {
    while (stop < end && bytes[stop] !== 10 && bytes[stop] !== 13) stop++
    return { stop, next: Math.min(end, bytes[stop] === 13 && bytes[stop + 1] === 10 ? stop + 2 : stop + 1) }
  }
  const lf = bytes.indexOf(10, at)
  const next = lf < 0 || lf >= end ? end : lf + 1
  stop = lf < 0 || lf >= end ? end : lf
  while (stop > at && bytes[stop - 1] === 13) stop--
  return { stop, next }
}

function headersGoOn(bytes: Buffer, at: number, end: number, loneCr: boolean): boolean {
  const line = lineAt(bytes, at, end, loneCr)
  return /^[A-Za-z][A-Za-z0-9-]{1,60}:( |$)/.test(bytes.toString('latin1', at, Math.min(line.stop, at + 100)))
}

function skipToBlank(bytes: Buffer, from: number, end: number, loneCr: boolean): number {
  let at = from
  while (at < end) {
    const line = lineAt(bytes, at, end, loneCr)
    if (line.stop === at) return line.next
    at = line.next
  }
  return end
}
