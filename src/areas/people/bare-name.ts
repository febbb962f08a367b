/** A name freed of what mail programs wrap around it, and where it was found. */
export interface BareName {
  text: string
  /** written: as a name; path: in a Notes or directory path; login: a directory's short name; address: an address. */
  from: 'written' | 'path' | 'login' | 'address'
}

const NAMELESS: BareName = { text: '', from: 'written' }
const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/
/** How list archives hide an address: "user at host.org", "u@er @end|ng |rom host", "user @ending from host". */
const HIDDEN_ADDRESS = /@end\|ng|@ending from|^\S+\s+at\s+\S+\.\S+$/i

const unquote = (text: string): string => {
  let before = ''
  let now = text.trim()
  while (now !== before) {
    before = now
    now = now.replace(/^["'`‘’“”„«]+\s*|\s*["'`‘“”«»]+$|(?<![sS])’$/g, '').trim()
  }
  return now
}

/** IMCEANOTES-Jane+20Doe+40ENRON@ENRON.com: Exchange's way to carry a foreign address, "+XX" being a byte. */
const decapsulate = (text: string): string =>
  text.replace(/^IMCEA[A-Z]+-(.*)@[^@]+$/i, (_, inner: string) =>
    inner.replace(/\+([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  )

/** A directory path: "/O=ENRON/OU=NA/CN=RECIPIENTS/CN=KBUCKLEY", "CN=Karen Buckley/OU=HOU/O=ECT". */
function fromDirectory(text: string): BareName | null {
  if (!/(^|\/)\s*(cn|ou|o)=/i.test(text)) return null
  const names = [...text.matchAll(/cn=([^/,]+)/gi)].map((m) => (m[1] ?? '').trim())
  const name = names.filter((n) => !/^(recipients|notesaddr|configuration|eu)$/i.test(n)).at(-1) ?? ''
  // A directory's own key ("50A4B2A8-9053CCF9-...") names nobody.
  if (/^[0-9a-f]{6,8}(-[0-9a-f]{6,8})+/i.test(name)) return NAMELESS
  return { text: name, from: /\s/.test(name) ? 'path' : 'login' }
}

/** "Name <address>": the name outside where there is one, else what stands inside. */
function outsideAngles(text: string): string {
  const outside = text.replace(/<[^>]*>?/g, ' ').trim()
  if (/[\p{L}\p{N}]/u.test(outside.replace(/@\s*[\w ]+$/, ''))) return outside
  return /<([^>]*)>?/.exec(text)?.[1]?.trim() ?? outside
}

/** "address (Name)" is the name; "Name (E-mail)" and "Name [dept]" lose what is in brackets. */
function outsideBrackets(text: string): string {
  const inside = /\(([^()]*\p{L}[^()]*)\)/u.exec(text)?.[1]?.trim() ?? ''
  const outside = text.replace(/[([][^()[\]]*[)\]]?/g, ' ').trim()
  if (inside && (outside === '' || ADDRESS.test(outside) || HIDDEN_ADDRESS.test(outside))) {
    return outsideBrackets(inside)
  }
  return outside || inside
}

/**
 * Frees a display name of quotes, angle and round brackets, "(E-mail)", "on behalf of", "via", X.500 and Notes paths
 * ("Karen Buckley/HOU/ECT@ECT") and a tail after a dash ("Roy Mendelssohn - NOAA"). Empty where nothing is left.
 */
export function bareName(raw: string): BareName {
  let text = raw
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const behalf = /\bon behalf of\s+(.+)$/i.exec(text)?.[1]
  if (behalf) return bareName(behalf)
  text = outsideAngles(unquote(decapsulate(text.replace(/\s+on \d+\/\d+\/\d+.*$/, ''))))
  const directory = fromDirectory(unquote(text))
  if (directory) return directory
  text = unquote(outsideBrackets(unquote(text)))
  // A Notes domain: "@ECT", "@ENRON", "@Enron Communications". It has no dot, an address's host has one.
  while (/.@\s*[\p{L}\p{N}_ -]+$/u.test(text)) text = unquote(text.replace(/\s*@\s*[\p{L}\p{N}_ -]+$/u, ''))
  if (ADDRESS.test(text)) return { text, from: 'address' }
  if (HIDDEN_ADDRESS.test(text)) return NAMELESS
  text = text.replace(/\s+via\s+.+$/i, '').replace(/\s+at (home|work)$/i, '')

  const path = /^([^/]+)\/[\p{L}\p{N}]/u.exec(text)?.[1]
  if (path) return { text: unquote(path), from: 'path' }
  text = unquote(text.replace(/^(\S+\s+\S+.*?)\s*[-–—|:]\s+\S.*$/u, '$1').replace(/\s*[-–—|:,;]+$/u, ''))
  return /[\p{L}\p{N}]/u.test(text) ? { text, from: 'written' } : NAMELESS
}
