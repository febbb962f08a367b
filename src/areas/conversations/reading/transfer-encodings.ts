/** Decodes quoted-printable (RFC 2045 section 6.7), leaving what is not valid as it stands. */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  if (!bytes.includes(0x3d)) return bytes
  const out = Buffer.allocUnsafe(bytes.length)
  let to = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte !== 0x3d) {
      out[to++] = byte
      continue
    }
    const high = hexValue(bytes[i + 1])
    const low = hexValue(bytes[i + 2])
    if (high >= 0 && low >= 0) {
      out[to++] = high * 16 + low
      i += 2
      continue
    }
    const after = skipSoftBreak(bytes, i + 1)
    if (after < 0) out[to++] = byte
    else i = after - 1
  }
  return out.subarray(0, to)
}

/** Where the next line begins when only white space follows a lone "="; -1 where it is no soft line break. */
function skipSoftBreak(bytes: Buffer, start: number): number {
  let i = start
  while (bytes[i] === 0x20 || bytes[i] === 0x09) i++
  if (i >= bytes.length) return i
  if (bytes[i] === 0x0a) return i + 1
  if (bytes[i] !== 0x0d) return -1
  return bytes[i + 1] === 0x0a ? i + 2 : i + 1
}

function hexValue(byte: number | undefined): number {
  if (byte === undefined) return -1
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x37
  if (byte >= 0x61 && byte <= 0x66) return byte - 0x57
  return -1
}

/**
 * Decodes base64 (RFC 2045 section 6.8). White space and stray characters are passed over; blocks that were
 * padded and then joined are each decoded; a footer that a list added after the padding is left out.
 */
export function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1')
  const pad = text.indexOf('=')
  if (pad < 0 || /^[=\s]*$/.test(text.slice(pad, pad + 200))) return Buffer.from(text, 'base64')
  const blocks: Buffer[] = []
  for (const block of text.split(/=+/)) {
    if (block.trim() === '') continue
    if (blocks.length > 0 && /[^A-Za-z0-9+/\s]|[A-Za-z] [A-Za-z]/.test(block)) break // a list's footer
    blocks.push(Buffer.from(block, 'base64'))
  }
  return Buffer.concat(blocks)
}

/** Whether what says it is base64 begins as nothing like it: it was never encoded, or is damaged. */
export function isNotBase64(bytes: Buffer): boolean {
  const line = /^\s*([^\r\n]*)/.exec(bytes.toString('latin1', 0, 400))?.[1] ?? ''
  return /^[^=]*[^A-Za-z0-9+/=\s]/.test(line)
}

/** The content of a uuencoded part (POSIX uuencode, historical algorithm); null where there is none. */
export function decodeUuencoded(bytes: Buffer): Buffer | null {
  const text = bytes.toString('latin1')
  const begin = /^begin [0-7]{3,4} [^\r\n]*\r?\n/m.exec(text)
  return begin ? readUuencodedLines(text, begin.index + begin[0].length) : null
}

function readUuencodedLines(text: string, from: number): Buffer | null {
  const bytes: number[] = []
  let at = from
  while (at < text.length) {
    const stop = text.indexOf('\n', at)
    const next = stop < 0 ? text.length : stop + 1
    const line = text.slice(at, stop < 0 ? text.length : stop).replace(/\r$/, '')
    at = next
    if (line === 'end') return bytes.length === 0 ? null : Buffer.from(bytes)
    const size = (line.charCodeAt(0) - 32) & 63
    if (line === '' || size === 0) continue
    if (!/^[ -`]+$/.test(line) || line.length > 90) return null
    pushUuencodedLine(bytes, line, size)
  }
  return null
}

function pushUuencodedLine(bytes: number[], line: string, size: number): void {
  const six = (index: number) => ((line.charCodeAt(index) || 32) - 32) & 63
  for (let i = 1, left = size; left > 0; i += 4, left -= 3) {
    const group = (six(i) << 18) | (six(i + 1) << 12) | (six(i + 2) << 6) | six(i + 3)
    bytes.push((group >> 16) & 255)
    if (left > 1) bytes.push((group >> 8) & 255)
    if (left > 2) bytes.push(group & 255)
  }
}
