const GAP = '  '

/**
 * Rows as aligned columns. The last column takes what is left of `width` and goes on below itself, between words;
 * `rightAligned` names the columns of numbers.
 */
export function columns(
  rows: readonly (readonly string[])[],
  width = 100,
  rightAligned: readonly number[] = [],
): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const widths = Array.from({ length: count }, (_, n) =>
    Math.max(0, ...rows.map((row) => [...(row[n] ?? '')].length)),
  )
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + GAP.length, 0)
  const room = Math.max(24, width - before)
  return rows.flatMap((row) => {
    const cells = widths.slice(0, -1).map((each, n) => pad(row[n] ?? '', each, rightAligned.includes(n)))
    const [first = '', ...more] = wrap(row[count - 1] ?? '', room)
    return [
      [...cells, first].join(GAP).trimEnd(),
      ...more.map((line) => `${' '.repeat(before)}${line}`.trimEnd()),
    ]
  })
}

function pad(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - [...text].length))
  return right ? space + text : text + space
}

/** Breaks a text between words into lines of at most `width` characters; a longer word stands alone. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}
