/** A sentence inside a text, as UTF-16 offsets, half-open, without the white space around it. */
export interface Sentence {
  text: string
  start: number
  end: number
}

const ABBREVIATED =
  /(?:\b(?:mr|mrs|ms|dr|prof|st|vs|etc|inc|corp|co|ltd|jr|sr|no|dept|approx|fig|e\.g|i\.e|a\.m|p\.m|u\.s|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|bzw|ca|nr|z\.b)|\b[A-Z])\.$/i

/** Cuts a text into sentences: at full stops, question and exclamation marks, blank lines, bullets and short lines. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = []
  const size = text.length
  let start = 0
  let lineStart = 0
  const close = (end: number) => {
    let a = start
    let b = end
    while (a < b && isSpace(text.charCodeAt(a))) a += 1
    while (b > a && isSpace(text.charCodeAt(b - 1))) b -= 1
    if (b > a) found.push({ text: text.slice(a, b), start: a, end: b })
    start = end
  }
  for (let i = 0; i < size; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 10) {
      const length = i - lineStart
      lineStart = i + 1
      // A line well short of the usual fold ends its sentence, unless the next goes on in lower case; a bullet begins one.
      if (
        (length < 45 && !LOWER.test(text[i + 1] ?? '')) ||
        text.charCodeAt(i + 1) === 10 ||
        BULLET.test(text.slice(i + 1, i + 6))
      )
        close(i + 1)
    } else if (code === 63 || code === 33 || code === 0x3002 || code === 0xff1f) {
      while (i + 1 < size && /[?!)"'”’]/.test(text[i + 1] ?? '')) i += 1
      close(i + 1)
    } else if (code === 46) {
      while (i + 1 < size && /[.)"'”’]/.test(text[i + 1] ?? '')) i += 1
      const next = text.charCodeAt(i + 1)
      if (
        (Number.isNaN(next) || isSpace(next)) &&
        !ABBREVIATED.test(text.slice(Math.max(start, i - 8), i + 1))
      )
        close(i + 1)
    }
  }
  close(size)
  return found
}

const LOWER = /\p{Ll}/u
const BULLET = /^\s*(?:[-*•]|\d{1,2}[.)]|[a-z][.)])\s/

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 160
}
