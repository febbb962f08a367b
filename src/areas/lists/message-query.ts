/** What was typed as a Postgres text query: all words, the last one as a beginning. Null where there is no word in it. */
export function messageQuery(typed: string): string | null {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return null
  return words.map((word, at) => (at === words.length - 1 ? `'${word}':*` : `'${word}'`)).join(' & ')
}

/** Characters of a snippet, of which a third stand before the first hit. */
const snippetLength = 160

/** A line of the text around the first word found, and where the words stand in it. */
export function snippetOf(
  text: string,
  typed: string,
): { snippet: string; marks: { start: number; end: number }[] } {
  const flat = text.replace(/\s+/g, ' ').trim()
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const lower = flat.toLowerCase()
  const first = words.map((word) => lower.indexOf(word)).filter((at) => at >= 0)
  const from = first.length > 0 ? Math.max(0, Math.min(...first) - snippetLength / 3) : 0
  const start = from === 0 ? 0 : flat.indexOf(' ', from) + 1
  const snippet = flat.slice(start, start + snippetLength)
  const marks = words.flatMap((word) => {
    const at = snippet.toLowerCase().indexOf(word)
    return at < 0 ? [] : [{ start: at, end: at + word.length }]
  })
  return { snippet, marks: marks.sort((a, b) => a.start - b.start) }
}
