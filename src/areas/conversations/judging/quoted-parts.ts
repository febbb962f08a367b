import { splitText } from './new-text.ts'

/**
 * The mails quoted or forwarded inside a text, newest first, each as running text without quote marks: the lines of
 * one depth between two header blocks. At most `most` of them.
 */
export function quotedParts(text: string, most: number): string[] {
  if (!text.includes('>') && !text.includes(':')) return []
  const { lines, owners } = splitText(text)
  const parts = new Map<string, string[]>()
  let blocks = 0
  let inHeader = false
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]
    const owner = owners[i]
    if (!line) continue
    if (owner === 'header') {
      // An attribution above marked lines is told by its depth; a block by its place.
      if (!inHeader && line.depth === 0) blocks += 1
      inHeader = true
      continue
    }
    if (line.body.trim() === '') continue
    inHeader = false
    if (owner !== 'quoted') continue
    const key = line.depth > 0 ? `d${line.depth}` : `b${blocks}`
    const part = parts.get(key)
    if (part) part.push(line.body)
    else if (parts.size < most) parts.set(key, [line.body])
  }
  return [...parts.values()].map((part) => part.join('\n'))
}
