/** The words of what was typed, as the full text index has them. */
const wordsOf = (typed: string): string[] => typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** What was typed as a Postgres text query: all words, the last one as a beginning. Null where there is no word in it. */
export function messageQuery(typed: string): string | null {
  const words = wordsOf(typed)
  if (words.length === 0) return null
  return words.map((word, at) => (at === words.length - 1 ? `'${word}':*` : `'${word}'`)).join(' & ')
}

/** Characters of a snippet, of which a third stand before the first hit. */
const snippetLength = 160

/**
 * A line of the text around the first word found, and where words stand in it that begin with one that was typed:
 * half-open, in order, none over another.
 */
export function snippetOf(
  text: string,
  typed: string,
): { snippet: string; marks: { start: number; end: number }[] } {
  const flat = text.replace(/\s+/g, ' ').trim()
  const first = marksIn(flat, typed)[0]?.start ?? 0
  const from = Math.max(0, first - Math.floor(snippetLength / 3))
  const blank = from === 0 ? -1 : flat.indexOf(' ', from)
  const start = blank >= 0 && blank < first ? blank + 1 : from
  const snippet = flat.slice(start, start + snippetLength).toWellFormed()
  return { snippet, marks: marksIn(snippet, typed) }
}

/** The longer of two typed words that begin alike is the one that is marked. */
function marksIn(text: string, typed: string): { start: number; end: number }[] {
  const words = wordsOf(typed).sort((a, b) => b.length - a.length)
  if (words.length === 0) return []
  const beginning = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})`, 'giu')
  return [...text.matchAll(beginning)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
}
