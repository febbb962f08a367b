/** Deeper than any layout made by hand or program; parsers take quadratic time on what is much deeper. */
const deepest = 250
/** Elements that are closed as soon as they are opened (HTML Standard 13.1.2). */
const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** The same HTML with elements nested deeper than 250 taken away, their text left where it stands. */
export function boundNesting(html: string): string {
  let depth = 0
  let dropped = 0
  return html.replace(/<(\/?)([a-z][a-z0-9]*)\b[^<>]{0,2000}>/gi, (tag, close: string, name: string) => {
    if (empty.has(name.toLowerCase())) return tag
    if (close === '') {
      if (depth < deepest) {
        depth++
        return tag
      }
      dropped++
      return ' '
    }
    if (dropped > 0) {
      dropped--
      return ' '
    }
    if (depth > 0) depth--
    return tag
  })
}
