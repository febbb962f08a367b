import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** Names seen in real mail for charsets that are known by another one. */
const aliases = new Map([
  ['utf8', 'utf-8'],
  ['unicode-1-1-utf-8', 'utf-8'],
  ['ascii', 'us-ascii'],
  ['ansi_x3.4-1968', 'us-ascii'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['iso8859-1', 'windows-1252'],
  ['iso-8859-8-i', 'iso-8859-8'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['x-gbk', 'gb18030'],
  ['ks_c_5601-1987', 'cp949'],
  ['euc-kr', 'cp949'],
  ['shift-jis', 'shift_jis'],
  ['x-sjis', 'shift_jis'],
  ['utf-7', 'utf-7'],
  ['unicode-1-1-utf-7', 'utf-7'],
])

/** Charsets whose bytes are 7-bit though their text is not. */
const sevenBit = /^(iso-2022|utf-?7|hz|utf-?16|utf-?32|ucs|unicode)/

/** Charsets that iconv-lite lacks and the platform's own decoder has. */
const platformOnly = /^iso-2022-jp/

/** Text from bytes, and what was wrong with the charset they claimed (null where nothing was). */
export interface DecodedText {
  text: string
  defect: string | null
}

/**
 * Decodes text bytes by their declared charset. Undeclared, unknown and plainly wrong charsets are guessed:
 * UTF-8 where the bytes are valid UTF-8, else windows-1252 (the superset of latin-1 that the WHATWG Encoding
 * Standard reads for it).
 */
export function decodeBytes(bytes: Buffer, declared: string | null): DecodedText {
  const asked = (declared ?? '')
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '')
    .replace(/\*.*$/, '')
  const name = aliases.get(asked) ?? asked
  if (!sevenBit.test(name) && isAscii(bytes)) return { text: readAscii(bytes), defect: null }
  if (name === 'utf-8') {
    if (isUtf8(bytes)) return { text: bytes.toString('utf8'), defect: null }
    return { text: decodeBrokenUtf8(bytes), defect: 'text is not valid UTF-8 though it says so' }
  }
  if (name === '' || name === 'us-ascii') {
    return { text: guess(bytes), defect: isAscii(bytes) ? null : '8-bit text without a charset' }
  }
  if (platformOnly.test(name)) return { text: new TextDecoder('iso-2022-jp').decode(bytes), defect: null }
  if (name === 'windows-1252' && isUtf8(bytes) && looksLikeMojibake(bytes)) {
    return { text: bytes.toString('utf8'), defect: `text is UTF-8 though it says ${asked}` }
  }
  if (iconv.encodingExists(name)) return { text: iconv.decode(bytes, name), defect: null }
  return { text: guess(bytes), defect: `unknown charset ${printable(asked)}` }
}

function readAscii(bytes: Buffer): string {
  // ISO-2022-JP is 7-bit and often undeclared; its escape sequence gives it away (RFC 1468).
  if (bytes.includes('\x1b$B') || bytes.includes('\x1b$@')) {
    return new TextDecoder('iso-2022-jp').decode(bytes)
  }
  return bytes.toString('latin1')
}

function guess(bytes: Buffer): string {
  if (isAscii(bytes)) return readAscii(bytes)
  return isUtf8(bytes) ? bytes.toString('utf8') : iconv.decode(bytes, 'windows-1252')
}

function decodeBrokenUtf8(bytes: Buffer): string {
  const text = bytes.toString('utf8')
  // One sound character beyond ASCII proves that the rest is damage, not another charset.
  return /[^\p{ASCII}\ufffd]/u.test(text) ? text : iconv.decode(bytes, 'windows-1252')
}

/** Three or more multi-byte sequences, or one of three bytes, are hardly ever meant as windows-1252. */
function looksLikeMojibake(bytes: Buffer): boolean {
  let pairs = 0
  for (let i = 0; i < bytes.length && pairs < 3; i++) {
    const byte = bytes[i] ?? 0
    if (byte >= 0xe0) return true
    if (byte >= 0xc2) pairs++
  }
  return pairs >= 3
}

function printable(name: string): string {
  return JSON.stringify(name.slice(0, 40))
}
