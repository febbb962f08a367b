import { decodeWords } from './encoded-words.ts'
import type { MailAddress } from './read-mail-shape.ts'

/** More recipients than this in one header are left out; the largest real ones hold a few thousand. */
const mostAddresses = 10_000

/** Of longer names and addresses the rest is left out. */
const longestPhrase = 1000

/** The domain that holds what an archive made unreadable; ".invalid" can never exist (RFC 2606). */
const obfuscated = 'obfuscated.invalid'

/**
 * Reads an address list (RFC 5322 section 3.4) as it stands in an unfolded header: names quoted, encoded or
 * bare, comments, groups, source routes, and what programs write though it is not allowed: semicolons between
 * addresses, commas in bare names, missing brackets and quotes, X.500 names, and the forms in which mailing list
 * archives hide addresses.
 */
export function parseAddresses(header: string): MailAddress[] {
  const found: MailAddress[] = []
  let phrase = ''
  let comment = ''
  let angle: string | null = null
  let quoted = false
  let carried = ''
  // Looked up once and kept, so that a hostile header of brackets and quotes takes no quadratic time.
  let quotesEnd = false
  let close = -2

  const flush = () => {
    const pending = carried
    carried = ''
    if (phrase.length > longestPhrase) phrase = phrase.slice(0, longestPhrase)
    if (comment.length > longestPhrase) comment = comment.slice(0, longestPhrase)
    if (phrase.trim() === '' && angle === null && comment === '') {
      if (pending) found.push({ address: '', name: pending })
      return
    }
    // "Smith, John <js@example.org>" without quotes: the part before the comma belongs to the name.
    if (angle === null && !quoted && isBareName(phrase) && comment === '') {
      if (pending) found.push({ address: '', name: pending })
      carried = cleanName(phrase)
    } else {
      const join = pending !== '' && angle !== null && !quoted && phrase.trim() !== ''
      if (pending && !join) found.push({ address: '', name: pending })
      const one = build(join ? `${pending}, ${phrase.trim()}` : phrase, angle, comment)
      if (one && found.length < mostAddresses) found.push(one)
    }
    phrase = ''
    comment = ''
    angle = null
    quoted = false
  }

  for (let i = 0; i < header.length; i++) {
    const char = header[i]
    if (char === '"') {
      const end = quotesEnd ? -1 : closingQuote(header, i)
      if (end < 0) {
        quotesEnd = true
        continue
      }
      phrase += header.slice(i + 1, end).replace(/\\(.)/g, '$1')
      quoted = angle === null
      i = end
    } else if (char === '(') {
      const end = closingParenthesis(header, i)
      const text = header.slice(i + 1, end < 0 ? undefined : end)
      comment = comment ? `${comment} ${text}` : text
      i = end < 0 ? header.length : end
    } else if (char === '<') {
      if (close !== -1 && close < i) close = header.indexOf('>', i)
      const comma = header.indexOf(',', i)
      const nextOpen = header.indexOf('<', i + 1)
      if (close < 0 || (comma > 0 && comma < close && nextOpen > comma && nextOpen < close)) {
        const end = comma < 0 ? header.length : comma
        angle = header.slice(i + 1, end)
        i = end - 1
      } else {
        const text = header.slice(i + 1, close)
        if (angle === null || !angle.includes('@')) angle = text
        i = close
      }
    } else if (char === ',' || char === ';') {
      flush()
    } else if (char === ':' && angle === null && !phrase.includes('@') && !/^\s*mailto$/i.test(phrase)) {
      phrase = '' // a group's name: "undisclosed recipients:;"
      quoted = false
      if (carried) carried = ''
    } else {
      phrase += char
    }
  }
  flush()
  if (carried) found.push({ address: '', name: carried })
  return found
}

function build(phrase: string, angle: string | null, comment: string): MailAddress | null {
  const hidden = angle === null ? readObfuscated(phrase) : null
  if (hidden) return { address: hidden, name: readObfuscated(comment) ? '' : cleanName(comment) }
  if (angle !== null) {
    const address = cleanAddress(angle)
    const given = cleanName(phrase) || cleanName(comment)
    const name =
      given || (address === '' && !angle.includes('@') && !angle.startsWith('/') ? cleanName(angle) : '')
    return address === '' && name === '' ? null : { address, name }
  }
  const spot = phrase.includes('@') ? /[^\s<>]+\s*@\s*[^\s<>]*/.exec(phrase) : null
  if (!spot) {
    const name = cleanName(phrase) || cleanName(comment)
    return name === '' ? null : { address: '', name }
  }
  const rest = `${phrase.slice(0, spot.index)} ${phrase.slice(spot.index + spot[0].length)}`
  const one = { address: cleanAddress(spot[0]), name: cleanName(rest) || cleanName(comment) }
  return one.address === '' && one.name === '' ? null : one
}

/**
 * The forms of Mailman's archives. "user at example.org" is restored. Where letters of the address itself were
 * replaced ("user @ending from ex@mple@org", "u@er @end|ng |rom ex@mp|e@org", "u@er m@ili@g off ex@mple@org")
 * nothing can be restored: what is there becomes a stable address of its own under a domain that cannot exist,
 * with "=" for "@".
 */
function readObfuscated(phrase: string): string | null {
  const text = phrase.trim().toLowerCase()
  const lost = /^(\S+) \S*[@|]\S* \S{2,4} (\S*[@|]\S*)$/.exec(text)
  if (lost) {
    const local = `${lost[1]}_${lost[2]}`.replaceAll('@', '=').replace(/[^\p{L}\p{N}=|._+-]/gu, '')
    return `${local}@${obfuscated}`
  }
  const plain = /^(\S+) at (\S+\.\S+|localhost)$/.exec(text)
  return plain ? `${plain[1]}@${plain[2]}` : null
}

/** An address in lower case with one "@" (or none, as "<root>" on one machine), without route, "mailto:" or white space; '' for X.500 names and what is none. */
function cleanAddress(raw: string): string {
  if (raw.length > longestPhrase) return ''
  let text = decodeWords(raw)
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s\p{Cc}\u200b<>]/gu, '')
    .replace(/^mailto:/i, '')
  if (text.startsWith('@') && text.includes(':')) text = text.slice(text.lastIndexOf(':') + 1)
  if (/^\/[a-z]{1,4}=/i.test(text)) return ''
  text = text
    .replace(/^['"]+|['"]+$/g, '')
    .replace(/[.,;]+$/, '')
    .toLowerCase()
  return text.length > 320 || !/^[^@]+@[^@]+$|^[a-z0-9._-]+$/.test(text) ? '' : text
}

/** A name as people read it: encoded words decoded, quotes around it and white space inside tidied. */
export function cleanName(raw: string): string {
  const text = decodeWords(raw.slice(0, longestPhrase))
    .replace(/[\s\p{Cc}\u200b]+/gu, ' ')
    .trim()
  return text
    .replace(/^"(.*)"$/, '$1')
    .replace(/^'(.*)'$/, '$1')
    .trim()
    .slice(0, 300)
}

function isBareName(phrase: string): boolean {
  return (
    !phrase.includes('@') && !phrase.includes('/') && !/\S+ at \S+\.\S+/.test(phrase) && phrase.trim() !== ''
  )
}

function closingQuote(text: string, open: number): number {
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i
  }
  return -1
}

function closingParenthesis(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '(') depth++
    else if (text[i] === ')' && --depth === 0) return i
  }
  return -1
}
