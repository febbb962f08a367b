import type { MimePart } from './mime-parts.ts'

/** Which parts are to be read as text, which as HTML, and which are files. */
export interface BodyParts {
  text: MimePart[]
  html: MimePart[]
  files: MimePart[]
}

/**
 * Chooses a mail's bodies and files by the algorithm of RFC 8621 (JMAP) section 4.1.4: of alternatives one of
 * each kind, of a sequence all inline texts, and everything else a file; so is what `isOnlyFile` names.
 */
export function chooseBodyParts(root: MimePart, isOnlyFile: (part: MimePart) => boolean): BodyParts {
  const chosen: BodyParts = { text: [], html: [], files: [] }
  choose([root], 'multipart/mixed', false, chosen, chosen, isOnlyFile)
  return chosen
}

/** `text` and `html` are null where an alternative already supplied that kind. */
interface Wanted {
  text: MimePart[] | null
  html: MimePart[] | null
}

function choose(
  parts: MimePart[],
  parent: string,
  inAlternative: boolean,
  wanted: Wanted,
  out: BodyParts,
  isOnlyFile: (part: MimePart) => boolean,
): void {
  const textBefore = wanted.text?.length ?? -1
  const htmlBefore = wanted.html?.length ?? -1
  let current = wanted
  for (const [place, part] of parts.entries()) {
    if (part.children.length > 0) {
      choose(
        part.children,
        part.type,
        inAlternative || part.type === 'multipart/alternative',
        current,
        out,
        isOnlyFile,
      )
      continue
    }
    const plain = part.type === 'text/plain' || part.type.startsWith('multipart/')
    const html = part.type === 'text/html'
    const media = /^(image|audio|video)\//.test(part.type)
    const inline =
      part.disposition?.value !== 'attachment' &&
      !isOnlyFile(part) &&
      (plain || html || media) &&
      (place === 0 || (parent !== 'multipart/related' && (media || !hasName(part))))
    // Announced parts that are not there: readable as text, perhaps, and kept as it came besides.
    if (!inline || media || (inline && part.type.startsWith('multipart/'))) out.files.push(part)
    if (!inline || media) continue
    if (parent === 'multipart/alternative') {
      if (html && current.html) current.html.push(part)
      else if (plain && current.text) current.text.push(part)
      else out.files.push(part)
      continue
    }
    if (inAlternative) {
      if (plain) current = { text: current.text, html: null }
      else current = { text: null, html: current.html }
    }
    current.text?.push(part)
    current.html?.push(part)
    if (!current.text && !current.html) out.files.push(part)
  }
  if (parent === 'multipart/alternative' && wanted.text && wanted.html) {
    if (textBefore === wanted.text.length && htmlBefore !== wanted.html.length) {
      wanted.text.push(...wanted.html.slice(htmlBefore))
    } else if (htmlBefore === wanted.html.length && textBefore !== wanted.text.length) {
      wanted.html.push(...wanted.text.slice(textBefore))
    }
  }
}

function hasName(part: MimePart): boolean {
  return part.params.has('name') || (part.disposition?.params.has('filename') ?? false)
}
