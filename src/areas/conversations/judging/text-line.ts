/** One line of a mail's text. */
export interface TextLine {
  /** UTF-16 offsets into the text, half-open, without the line end. */
  start: number
  end: number
  /** How many quote marks (">") lead it. */
  depth: number
  /** The line without its quote marks, right-trimmed. */
  body: string
}

const SPACE = 32
const QUOTE = 62

/** Cuts a text into lines (LF, CRLF or CR) and counts the quote marks that lead each of them. */
export function textLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  const size = text.length
  let start = 0
  while (start < size) {
    let end = text.indexOf('\n', start)
    let next = end + 1
    if (end < 0) {
      end = size
      next = size
    } else if (end > start && text.charCodeAt(end - 1) === 13) end -= 1
    lines.push(lineAt(text, start, end))
    start = next
  }
  return lines
}

function lineAt(text: string, start: number, end: number): TextLine {
  let depth = 0
  let bodyStart = start
  let at = start
  // "> > text", ">> text" and " > text" are all quotes; two spaces or more before a mark are indentation.
  while (at < end) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      depth += 1
      bodyStart = at + 1
    } else if (code !== SPACE || at - bodyStart > 1) break
    at += 1
  }
  if (depth > 0 && text.charCodeAt(bodyStart) === SPACE && bodyStart < end) bodyStart += 1
  let body = text.slice(bodyStart, end).trimEnd()
  // Exports that forgot to decode quoted-printable leave its tabs and blanks as they were sent.
  if (body.includes('=09') || body.includes('=20')) body = body.replaceAll(/=(?:09|20)/g, ' ').trimEnd()
  return { start, end, depth, body }
}
