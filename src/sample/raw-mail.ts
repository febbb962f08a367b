import type { SampleFile } from './sample-shape.ts'

/** A mail to be written out as bytes. */
export interface RawParts {
  /** In order; values in Unicode, encoded here where they need it. */
  headers: [name: string, value: string][]
  text: string
  html?: string
  files?: SampleFile[]
  charset?: 'utf-8' | 'iso-8859-1'
  encoding?: 'quoted-printable' | 'base64' | '8bit'
  /** Makes the boundaries; the same for the same mail. */
  seed: string
}

const plain = /^[\x20-\x7e]*$/

/** RFC 2047 encoded words where a header value leaves ASCII. */
export function encodeHeader(value: string): string {
  if (plain.test(value)) return value
  const words: string[] = []
  let held = ''
  for (const character of value) {
    if (Buffer.byteLength(held + character) > 42) {
      words.push(held)
      held = ''
    }
    held += character
  }
  words.push(held)
  return words.map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ')
}

/** "Name <address>", quoted or encoded as RFC 5322 and RFC 2047 want it. */
export function mailbox(name: string, address: string): string {
  if (!name) return address
  if (!plain.test(name)) return `${encodeHeader(name)} <${address}>`
  return /^[\w .'-]*$/.test(name) && !name.includes('.')
    ? `${name} <${address}>`
    : `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`
}

/** RFC 2045 quoted-printable, soft-wrapped at 76. */
function quotedPrintable(bytes: Buffer): string {
  const lines = bytes.toString('latin1').split('\r\n')
  return lines
    .map((line) => {
      let out = ''
      let row = ''
      for (let i = 0; i < line.length; i++) {
        const code = line.charCodeAt(i)
        const last = i === line.length - 1
        const safe = (code >= 33 && code <= 126 && code !== 61) || (code === 32 && !last)
        const token = safe ? line.charAt(i) : `=${code.toString(16).toUpperCase().padStart(2, '0')}`
        if (row.length + token.length > 75) {
          out += `${row}=\r\n`
          row = ''
        }
        row += token
      }
      return out + row
    })
    .join('\r\n')
}

function wrapBase64(bytes: Buffer): string {
  return (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')
}

interface Part {
  head: string
  body: string
}

function textPart(type: string, text: string, parts: RawParts): Part {
  const crlf = text.replace(/\r?\n/g, '\r\n')
  const latin = parts.charset === 'iso-8859-1' && [...crlf].every((c) => (c.codePointAt(0) ?? 0) < 256)
  const bytes = latin ? Buffer.from(crlf, 'latin1') : Buffer.from(crlf, 'utf8')
  const ascii = bytes.every((byte) => byte < 128)
  const encoding = parts.encoding ?? (ascii ? '7bit' : 'quoted-printable')
  const head = `Content-Type: text/${type}; charset=${latin ? 'iso-8859-1' : 'utf-8'}\r\nContent-Transfer-Encoding: ${encoding}`
  if (encoding === 'base64') return { head, body: wrapBase64(bytes) }
  if (encoding === 'quoted-printable') return { head, body: quotedPrintable(bytes) }
  return { head, body: bytes.toString('latin1') }
}

function filePart(file: SampleFile): Part {
  const head =
    `Content-Type: ${file.type}; name="${file.name}"\r\n` +
    `Content-Disposition: attachment; filename="${file.name}"\r\nContent-Transfer-Encoding: base64`
  return { head, body: wrapBase64(Buffer.from(file.content)) }
}

function multipart(kind: string, boundary: string, parts: Part[]): Part {
  const body = parts.map((part) => `--${boundary}\r\n${part.head}\r\n\r\n${part.body}\r\n`).join('')
  return { head: `Content-Type: ${kind}; boundary="${boundary}"`, body: `${body}--${boundary}--\r\n` }
}

/** The bytes of a mail: RFC 5322 headers and a MIME body of as many parts as it needs. */
export function rawMail(parts: RawParts): Buffer {
  let body = textPart('plain', parts.text, parts)
  if (parts.html !== undefined) {
    const html = textPart('html', parts.html, { ...parts, encoding: 'quoted-printable' })
    body = multipart('multipart/alternative', `alt-${parts.seed}`, [body, html])
  }
  if (parts.files?.length) {
    body = multipart('multipart/mixed', `mix-${parts.seed}`, [body, ...parts.files.map(filePart)])
  }
  return joined(parts.headers, body)
}

/** A delivery report as RFC 3464 lays it out. */
export function rawReport(
  headers: [string, string][],
  seed: string,
  notice: string,
  status: string,
  returned: string,
): Buffer {
  const parts = [
    { head: 'Content-Type: text/plain; charset=us-ascii', body: notice.replace(/\r?\n/g, '\r\n') },
    { head: 'Content-Type: message/delivery-status', body: status.replace(/\r?\n/g, '\r\n') },
    { head: 'Content-Type: text/rfc822-headers', body: returned.replace(/\r?\n/g, '\r\n') },
  ]
  return joined(headers, multipart('multipart/report; report-type=delivery-status', `dsn-${seed}`, parts))
}

function joined(headers: [string, string][], body: Part): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  const head = [...lines, 'MIME-Version: 1.0', body.head].join('\r\n')
  return Buffer.from(`${head}\r\n\r\n${body.body}\r\n`, 'latin1')
}
