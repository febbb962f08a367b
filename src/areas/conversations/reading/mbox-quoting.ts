/**
 * How an mbox keeps body lines that begin with "From " apart from its separators: mboxo puts ">" before them and
 * so can't tell them from lines that had it; mboxrd puts one more ">" before any run of them; mboxcl quotes as
 * mboxrd does and counts bytes besides; mboxcl2 only counts bytes.
 */
export type MboxDialect = 'mboxo' | 'mboxrd' | 'mboxcl' | 'mboxcl2'

const quoted = Buffer.from('>From ')

/** Takes one ">" from the body's quoted lines; the head of the mail stays as it is. */
export function unquoteFromLines(mail: Buffer, dialect: MboxDialect): Buffer {
  if (dialect === 'mboxcl2' || !mail.includes(quoted)) return mail
  const body = bodyStart(mail)
  const cuts: number[] = []
  for (let at = mail.indexOf(quoted, body); at >= 0; at = mail.indexOf(quoted, at + quoted.length)) {
    let line = at
    while (mail[line - 1] === 0x3e) line--
    const before = mail[line - 1]
    if (line !== body && before !== 10 && before !== 13) continue
    if (dialect === 'mboxo' && line !== at) continue
    cuts.push(line)
  }
  if (cuts.length === 0) return mail
  const out = Buffer.allocUnsafe(mail.length - cuts.length)
  let from = 0
  let to = 0
  for (const cut of cuts) {
    to += mail.copy(out, to, from, cut)
    from = cut + 1
  }
  mail.copy(out, to, from)
  return out
}

/** The offset after the first blank line, whatever its kind of line end; the mail's length where there is none. */
export function bodyStart(mail: Buffer): number {
  for (let i = 0; i < mail.length; i++) {
    if (mail[i] === 10) {
      if (i === 0 || mail[i + 1] === 10) return i === 0 ? 1 : i + 2
      if (mail[i + 1] === 13 && mail[i + 2] === 10) return i + 3
    } else if (mail[i] === 13 && mail[i + 1] === 13) return i + 2
  }
  return mail.length
}
