import { decodeBytes } from './charsets.ts'
import { decodeBase64, decodeQuotedPrintable } from './transfer-encodings.ts'

/** RFC 2047 section 2, lenient: spaces and lone question marks inside the text occur in the wild, and words of a thousand letters. */
const word = /=\?([^?\s]{1,60})\?([bBqQ])\?((?:[^?]|\?(?!=)){0,2000}?)\?=/g

/**
 * Decodes RFC 2047 encoded words wherever they stand. White space between two encoded words is dropped, and
 * neighbours in one charset are joined as bytes first, because writers split multi-byte characters.
 */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text
  let out = ''
  let end = 0
  let held: Buffer[] = []
  let heldCharset = ''
  const flush = () => {
    if (held.length > 0) out += decodeBytes(Buffer.concat(held), heldCharset).text
    held = []
  }
  for (const match of text.matchAll(word)) {
    const between = text.slice(end, match.index)
    const charset = (match[1] ?? '').toLowerCase().replace(/\*.*$/, '')
    if (held.length > 0 && (between.trim() !== '' || charset !== heldCharset)) flush()
    if (between.trim() !== '' || end === 0) out += between
    heldCharset = charset
    held.push(decodeOne(match[2] ?? 'q', match[3] ?? '', charset))
    end = match.index + match[0].length
  }
  flush()
  return out + text.slice(end)
}

function decodeOne(encoding: string, text: string, charset: string): Buffer {
  // Raw 8-bit characters inside an encoded word are bytes of its charset that were written unencoded.
  const bytes = Buffer.from(text, /^utf-?8$/.test(charset) ? 'utf8' : 'latin1')
  if (encoding === 'b' || encoding === 'B') return decodeBase64(bytes)
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0x5f) bytes[i] = 0x20
  return decodeQuotedPrintable(bytes)
}
