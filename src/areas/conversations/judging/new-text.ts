import { type QuotedHeader, quotedHeaders } from './quoted-headers.ts'
import { signOff } from './signature.ts'
import { type TextLine, textLines } from './text-line.ts'

/** A mail's text in its parts. */
export interface TextParts {
  /** What the writer wrote just now: no quote, no forwarded mail, no signature. Trimmed. */
  newText: string
  /** UTF-16 offsets into the whole text; null where there is no such part. */
  signatureStart: number | null
  quoteStart: number | null
  /** The quoted and forwarded lines without their marks, blank ones left out. */
  quotedLines: string[]
  /** Per line of the text: whose it is. */
  lines: TextLine[]
  owners: LineOwner[]
}

/** `new`, `signature`: the writer's; `header`: introduces another mail; `quoted`: belongs to another mail. */
export type LineOwner = 'new' | 'signature' | 'header' | 'quoted'

/**
 * Splits a mail's text into what is new and what is not. `sender` (display name and address) helps to tell a
 * signature from a last short line.
 *
 * Below a block of another mail's headers (Outlook, Lotus Notes, "Original Message") nothing is new. Below an
 * attribution ("On ... wrote:") with ">" marks, the unmarked lines are: people answer between the quoted lines.
 */
export function splitText(text: string, sender = ''): TextParts {
  const lines = textLines(text)
  const headers = quotedHeaders(lines)
  const owners = ownersOf(lines, headers)
  const end = lastWritten(lines, owners, lines.length) + 1
  let signatureStart: number | null = null
  const runStart = startOfRun(lines, owners, end)
  const bye = signOff(lines, runStart, end, sender)
  if (bye.from !== null && hasText(lines, owners, bye.from)) {
    signatureStart = lines[bye.from]?.start ?? null
    for (let i = bye.from; i < end; i += 1) if (owners[i] === 'new') owners[i] = 'signature'
  } else if (bye.afterClosing !== null) {
    // A mail that is nothing but "Thanks," and a name: the thanks is what was written.
    signatureStart = lines[bye.afterClosing]?.start ?? null
    for (let i = bye.afterClosing; i < end; i += 1) if (owners[i] === 'new') owners[i] = 'signature'
  }
  const aboveQuote = signatureAbove(lines, owners, runStart, sender)
  if (aboveQuote !== null && signatureStart === null) signatureStart = lines[aboveQuote]?.start ?? null
  const firstQuoted = owners.findIndex((owner) => owner === 'header' || owner === 'quoted')
  return {
    newText: join(lines, owners, text),
    signatureStart,
    quoteStart: firstQuoted < 0 ? null : (lines[firstQuoted]?.start ?? null),
    quotedLines: quotedLines(lines, owners),
    lines,
    owners,
  }
}

function ownersOf(lines: TextLine[], headers: QuotedHeader[]): LineOwner[] {
  const owners: LineOwner[] = lines.map((line) => (line.depth > 0 ? 'quoted' : 'new'))
  for (const header of headers) {
    for (let i = header.from; i < header.to; i += 1) owners[i] = 'header'
  }
  markFolds(lines, owners)
  for (const header of headers) {
    if ((lines[header.from]?.depth ?? 0) > 0) continue
    if (header.kind === 'attribution' && isMarked(lines, header.to)) continue
    for (let i = header.to; i < lines.length; i += 1) if (owners[i] === 'new') owners[i] = 'quoted'
    break
  }
  return owners
}

/** A quoted line folded in transit leaves its last words on an unmarked line of their own: they are quoted, too. */
function markFolds(lines: TextLine[], owners: LineOwner[]): void {
  for (let i = 1; i + 1 < lines.length; i += 1) {
    const above = lines[i - 1]
    const line = lines[i]
    const below = lines[i + 1]
    if (!above || !line || !below || line.depth > 0 || above.depth === 0 || below.depth === 0) continue
    const size = line.body.trim().length
    if (size > 0 && size < 36 && above.end - above.start > 58 && owners[i] === 'new') owners[i] = 'quoted'
  }
}

/** The quote below an attribution carries ">" marks: one of the next three full lines does. */
function isMarked(lines: TextLine[], from: number): boolean {
  let seen = 0
  for (let i = from; i < lines.length && seen < 3; i += 1) {
    const line = lines[i]
    if (!line || (line.depth === 0 && line.body.trim() === '')) continue
    if (line.depth > 0) return true
    seen += 1
  }
  return false
}

/** The last run of new lines: where a signature can stand. */
function startOfRun(lines: TextLine[], owners: LineOwner[], end: number): number {
  let start = end
  while (start > 0 && (owners[start - 1] === 'new' || (lines[start - 1]?.body ?? '') === '')) start -= 1
  return start
}

/** Top posters sign above the quote, and a list's footer or "-- " block follows it. */
function signatureAbove(
  lines: TextLine[],
  owners: LineOwner[],
  runStart: number,
  sender: string,
): number | null {
  const end = lastWritten(lines, owners, runStart) + 1
  if (end === 0 || hasText(lines, owners, lines.length, runStart)) return null
  const start = startOfRun(lines, owners, end)
  const bye = signOff(lines, start, end, sender)
  const from = bye.from !== null && hasText(lines, owners, bye.from) ? bye.from : null
  if (from === null) return null
  for (let i = from; i < end; i += 1) if (owners[i] === 'new') owners[i] = 'signature'
  return from
}

function hasText(lines: TextLine[], owners: LineOwner[], to: number, from = 0): boolean {
  for (let i = from; i < to; i += 1)
    if (owners[i] === 'new' && (lines[i]?.body ?? '').trim() !== '') return true
  return false
}

function join(lines: TextLine[], owners: LineOwner[], text: string): string {
  const kept: string[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]
    if (line && owners[i] === 'new') kept.push(text.slice(line.start, line.end).trimEnd())
    else if (kept.length > 0 && kept.at(-1) !== '') kept.push('')
  }
  return kept.join('\n').trim()
}

function quotedLines(lines: TextLine[], owners: LineOwner[]): string[] {
  const quoted: string[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const body = lines[i]?.body.trim() ?? ''
    if (owners[i] === 'quoted' && body !== '') quoted.push(body)
  }
  return quoted
}

/** The last line before `to` with something new on it; -1 where there is none. */
function lastWritten(lines: TextLine[], owners: LineOwner[], to: number): number {
  for (let i = to - 1; i >= 0; i -= 1)
    if (owners[i] === 'new' && (lines[i]?.body ?? '').trim() !== '') return i
  return -1
}
