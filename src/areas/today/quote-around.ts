import type { Quote } from './item-shape.ts'

/** A quote with what stands around it is no longer than this, where the asking sentence itself is not. */
const most = 260

/**
 * The asking sentence with the sentence before and after it, in their own words, white space made plain. The whole is
 * cut at sentences; only a sentence that is too long by itself is cut within, and says so.
 */
export function quoteAround(newText: string, start: number, end: number): Quote {
  const said = plain(newText.slice(start, end))
  if (said.length >= most) return { text: `${said.slice(0, most - 1)}…`, said: { start: 0, end: most - 1 } }
  let room = most - said.length
  const before = lastSentence(plain(newText.slice(Math.max(0, start - 2 * most), start)))
  const lead = before.length > 0 && before.length + 1 <= room ? `${before} ` : ''
  room -= lead.length
  const after = firstSentence(plain(newText.slice(end, end + 2 * most)))
  const tail = after.length > 0 && after.length + 1 <= room ? ` ${after}` : ''
  return { text: `${lead}${said}${tail}`, said: { start: lead.length, end: lead.length + said.length } }
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
const sentences = (text: string): string[] =>
  text
    .match(/[^.!?…]+(?:[.!?…]+["”’)]*|$)/g)
    ?.map((each) => each.trim())
    .filter(Boolean) ?? []
/** A salutation ("Hi Nell,") is no sentence worth quoting. */
const isGreeting = (text: string) =>
  /^(hi|hello|hey|dear|good (morning|afternoon|evening)|hallo|liebe[r]?)\b[^.!?]{0,40}[,!]?$/i.test(text)
const lastSentence = (text: string): string => {
  const last = sentences(text).at(-1) ?? ''
  return isGreeting(last) ? '' : last
}
const firstSentence = (text: string): string => {
  const first = sentences(text)[0] ?? ''
  return /[.!?…]["”’)]*$/.test(first) ? first : ''
}
