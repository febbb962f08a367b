import { decodeBytes } from './charsets.ts'
import { decodeValue } from './header-fields.ts'

/** A Content-Type or Content-Disposition: its value in lower case and its parameters, decoded. */
export interface ContentField {
  value: string
  params: Map<string, string>
}

/** More than any real list of parameters; keeps hostile ones from taking long. */
const longestField = 16_384

/** Quoted strings may lack their closing quote; values may hold anything but ";" otherwise. */
const param = /;\s*([^\s=;"]{1,100})\s*=\s*(?:"((?:[^"\\]|\\.)*)(?:"|$)|([^;]*))/gs

/**
 * Reads a structured content field (RFC 2045 section 5.1) with the continuations and charsets of RFC 2231 and,
 * though it is not allowed there, encoded words in parameter values.
 */
export function readContentField(given: string): ContentField {
  const raw = given.slice(0, longestField)
  const params = new Map<string, string>()
  const pieces = new Map<string, { index: number; text: string; encoded: boolean }[]>()
  const semicolon = raw.indexOf(';')
  const value = stripComments(semicolon < 0 ? raw : raw.slice(0, semicolon))
  if (semicolon < 0) return { value, params }
  for (const match of raw.slice(semicolon).matchAll(param)) {
    const name = (match[1] ?? '').toLowerCase()
    const text = match[2] === undefined ? unquoted(match[3] ?? '') : match[2].replace(/\\(["\\])/g, '$1')
    const split = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/.exec(name)
    if (split?.[1] && (split[2] !== undefined || split[3])) {
      const list = pieces.get(split[1]) ?? []
      list.push({ index: Number(split[2] ?? 0), text, encoded: split[3] === '*' })
      pieces.set(split[1], list)
    } else if (!params.has(name)) {
      params.set(name, decodeValue(text))
    }
  }
  for (const [name, list] of pieces) params.set(name, joinPieces(list))
  return { value, params }
}

function joinPieces(list: { index: number; text: string; encoded: boolean }[]): string {
  const sorted = list.toSorted((a, b) => a.index - b.index)
  let charset: string | null = null
  const bytes: Buffer[] = []
  sorted.forEach((piece, place) => {
    let text = piece.text
    if (piece.encoded && place === 0) {
      const head = /^([^']*)'[^']*'(.*)$/s.exec(text)
      if (head) {
        charset = head[1] ?? null
        text = head[2] ?? ''
      }
    }
    bytes.push(piece.encoded ? decodePercent(text) : Buffer.from(text, 'utf8'))
  })
  return decodeValue(decodeBytes(Buffer.concat(bytes), charset).text)
}

function decodePercent(text: string): Buffer {
  const latin = Buffer.from(text, 'utf8').toString('latin1')
  return Buffer.from(
    latin.replace(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  )
}

function unquoted(text: string): string {
  return text.replace(/\s+\([^)]*\)\s*$/, '').trim()
}

function stripComments(text: string): string {
  return text
    .replace(/\([^)]*\)/g, '')
    .replace(/\s+/g, '')
    .toLowerCase()
}
