import { type ContentField, readContentField } from './content-fields.ts'
import { type HeaderField, readHeaderBlock } from './header-fields.ts'

/** One part of a mail: where its content lies in the bytes, and the parts inside it. */
export interface MimePart {
  fields: HeaderField[]
  /** "text/plain" and the like; the default of RFC 2045 section 5.2 where none is given. */
  type: string
  typeGiven: boolean
  params: Map<string, string>
  disposition: ContentField | null
  /** Content-Transfer-Encoding, lower case, '' where absent. */
  encoding: string
  /** Byte range of the content, still encoded, half-open. */
  start: number
  end: number
  children: MimePart[]
  /** Its end was never marked, and its boundaries could not be told apart: what it holds is uncertain. */
  uncertain: boolean
}

/** Bounds against hostile mails; both are named in the defects when they bite. */
const deepestPart = 40
const mostParts = 1000

/** What is wanted of a boundary line while reading: how far out it belongs, and where it lies. */
interface BoundaryLine {
  level: number
  closing: boolean
  start: number
  next: number
}

/** The tree of parts of a mail, and what was wrong with it. */
export interface MimeTree {
  root: MimePart
  defects: string[]
}

/** Finds the parts of a mail (RFC 2046 section 5.1) without copying any of its bytes. */
export function readMimeTree(bytes: Buffer): MimeTree {
  const defects: string[] = []
  const stack: Buffer[] = []
  let parts = 0
  let ambiguous = false
  /** Kept, so that mails within mails within mails don't search the same stretch again and again. */
  let lastSearch: { from: number; hit: BoundaryLine | null; open: number; inner: Buffer | undefined } | null =
    null
  const root = readPart(0, '').part
  return { root, defects }

  function readPart(at: number, parentType: string): { part: MimePart; hit: BoundaryLine | null } {
    parts++
    const limit = stack.length > 0 ? partHeadLimit(at) : bytes.length
    const head = readHeaderBlock(bytes, at, limit)
    for (const defect of head.defects) note(defect)
    const part = describe(head.fields, parentType, Math.min(head.bodyStart, bytes.length))
    const boundary = boundaryOf(part)
    if (boundary === null && part.type === 'message/rfc822' && !part.encoding.startsWith('b'))
      return mail(part)
    if (boundary === null) return leaf(part)
    if (stack.length >= deepestPart) {
      note(`parts nested deeper than ${deepestPart}`)
      return leaf(part)
    }
    if (stack.some((open) => startsWith(open, boundary) || startsWith(boundary, open))) ambiguous = true
    stack.push(boundary)
    const mine = stack.length - 1
    let hit = nextBoundary(part.start)
    while (hit && hit.level === mine && !hit.closing) {
      if (parts >= mostParts) {
        note(`more than ${mostParts} parts`)
        hit = null
        break
      }
      if (hit.next >= bytes.length) return unclosed(part, null)
      const child = readPart(hit.next, part.type)
      part.children.push(child.part)
      hit = child.hit
    }
    if (hit && hit.level === mine) {
      stack.pop()
      const after = nextBoundary(hit.next)
      part.end = after?.start ?? bytes.length
      return { part, hit: after }
    }
    return unclosed(part, hit)
  }

  function unclosed(part: MimePart, hit: BoundaryLine | null): { part: MimePart; hit: BoundaryLine | null } {
    stack.pop()
    if (part.children.length === 0) {
      note('the parts that were announced are not there')
      return leaf(part)
    }
    note('a boundary is never closed')
    part.end = hit?.start ?? bytes.length
    return { part, hit }
  }

  /** A mail within the mail is one file; it is walked through only to find where it ends. */
  function mail(part: MimePart): { part: MimePart; hit: BoundaryLine | null } {
    if (stack.length === 0 || stack.length >= deepestPart || parts >= mostParts) return leaf(part)
    const { hit } = readPart(part.start, '')
    part.end = hit ? Math.max(part.start, beforeLineEnd(hit.start)) : bytes.length
    return { part, hit }
  }

  function leaf(part: MimePart): { part: MimePart; hit: BoundaryLine | null } {
    const hit = stack.length > 0 ? nextBoundary(part.start) : null
    part.end = hit ? Math.max(part.start, beforeLineEnd(hit.start)) : withoutGluedClose(part.start)
    part.uncertain = hit === null && ambiguous
    return { part, hit }
  }

  /** The closing line may be glued to the end of the text that it closes. */
  function withoutGluedClose(start: number): number {
    const innermost = stack.at(-1)
    if (!innermost) return bytes.length
    const close = bytes.lastIndexOf(`--${innermost.toString('latin1')}--`, bytes.length, 'latin1')
    return close > start && bytes.length - close < innermost.length + 10 ? close : bytes.length
  }

  /** A part's head ends before the next boundary line even where its blank line is missing. */
  function partHeadLimit(at: number): number {
    return nextBoundary(at)?.start ?? bytes.length
  }

  function boundaryOf(part: MimePart): Buffer | null {
    if (!part.type.startsWith('multipart/')) return null
    const given = part.params.get('boundary')?.trimEnd()
    if (given) return Buffer.from(given.slice(0, 500), 'utf8')
    const guess = /(?:^|[\r\n])--([^\s-][^\r\n]{0,199}?)[ \t]*[\r\n]/.exec(
      bytes.toString('latin1', part.start, Math.min(bytes.length, part.start + 20_000)),
    )
    note('multipart without a boundary')
    return guess?.[1] ? Buffer.from(guess[1], 'latin1') : null
  }

  /** The next line that is a boundary of any open multipart, innermost first (RFC 2046 section 5.1.2). */
  function nextBoundary(from: number): BoundaryLine | null {
    const known = lastSearch
    if (known && known.open === stack.length && known.inner === stack.at(-1) && from >= known.from) {
      if (known.hit === null || from <= known.hit.start) return known.hit
    }
    const hit = searchBoundary(from)
    lastSearch = { from, hit, open: stack.length, inner: stack.at(-1) }
    return hit
  }

  function searchBoundary(from: number): BoundaryLine | null {
    let at = from
    while (true) {
      const dashes = bytes.indexOf('--', at, 'latin1')
      if (dashes < 0) return null
      const before = bytes[dashes - 1]
      if (dashes !== from && before !== 10 && before !== 13) {
        at = dashes + 2
        while (bytes[at] === 0x2d) at++
        continue
      }
      for (let level = stack.length - 1; level >= 0; level--) {
        const hit = matchBoundary(dashes, stack[level] as Buffer, level)
        if (hit) return hit
      }
      at = dashes + 1
    }
  }

  function matchBoundary(dashes: number, boundary: Buffer, level: number): BoundaryLine | null {
    let at = dashes + 2 + boundary.length
    if (at > bytes.length || bytes.compare(boundary, 0, boundary.length, dashes + 2, at) !== 0) return null
    const closing = bytes[at] === 0x2d && bytes[at + 1] === 0x2d
    if (closing) at += 2
    // The boundary need only begin the line (RFC 2046 section 5.1.1), whatever follows it.
    while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++
    while (bytes[at] === 13 && bytes[at + 1] === 13) at++
    const next = bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1
    return { level, closing, start: dashes, next: Math.min(next, bytes.length) }
  }

  function beforeLineEnd(at: number): number {
    if (bytes[at - 1] === 10) return bytes[at - 2] === 13 ? at - 2 : at - 1
    return bytes[at - 1] === 13 ? at - 1 : at
  }

  function note(defect: string): void {
    if (defects.length < 20 && !defects.includes(defect)) defects.push(defect)
  }
}

function startsWith(text: Buffer, head: Buffer): boolean {
  return text.subarray(0, head.length).equals(head)
}

function describe(fields: HeaderField[], parentType: string, start: number): MimePart {
  const find = (name: string) => fields.find((field) => field.name === name)?.value
  const given = fields.findLast((field) => field.name === 'content-type')?.value
  const content = given === undefined ? null : readContentField(given)
  const sound = content !== null && /^[^/\s]+\/[^/\s]+$/.test(content.value)
  const disposition = find('content-disposition')
  return {
    fields,
    type: sound
      ? content.value
      : parentType === 'multipart/digest' && !content
        ? 'message/rfc822'
        : 'text/plain',
    typeGiven: sound,
    params: content?.params ?? new Map(),
    disposition: disposition === undefined ? null : readContentField(disposition),
    encoding: (find('content-transfer-encoding') ?? '')
      .slice(0, 200)
      .replace(/\([^)]*\)|[;\s].*$/g, '')
      .trim()
      .toLowerCase(),
    start,
    end: start,
    children: [],
    uncertain: false,
  }
}
