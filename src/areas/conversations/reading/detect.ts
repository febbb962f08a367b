/** What a file is, told by its first bytes. */
export type FileKind =
  | { kind: 'mbox' | 'mail' | 'apple-mail' | 'gzip' | 'zip' }
  | { kind: 'other'; reason: string }

/** How many of a file's first bytes are looked at. */
export const headBytes = 64 * 1024

const known =
  /^(from|to|cc|subject|date|received|message-id|return-path|delivered-to|mime-version|content-type|x-mailer|reply-to|sender|dkim-signature|x-gmail-labels|envelope-to|x-original-to)$/i

/**
 * Tells a mail file from others by content; its name only breaks ties: text without a known header is a mail where
 * its folder or its ending says so.
 */
export function detect(head: Buffer, path: string): FileKind {
  if (head.length === 0) return { kind: 'other', reason: 'empty' }
  if (head[0] === 0x1f && head[1] === 0x8b) return { kind: 'gzip' }
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5)) return { kind: 'zip' }
  if (head.toString('latin1', 0, 4) === '!BDN') {
    return { kind: 'other', reason: 'an Outlook data file (.pst): export it as mbox or .eml' }
  }
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    return { kind: 'other', reason: 'an Outlook message (.msg): save it as .eml' }
  }
  if (/(^|\/)tmp\/[^/]+$/.test(path) && /(^|\/)[^/]+:2,/.test(path))
    return { kind: 'other', reason: 'not yet delivered' }
  const inMaildir = isMaildirPath(path)
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .replace(/^[\r\n]+/, '')
  if (!inMaildir && /^From \S/.test(text) && headerAfterSeparator(text)) return { kind: 'mbox' }
  if (/^\d{1,10}\s*[\r\n]+[A-Za-z][A-Za-z0-9-]*:/.test(text) && /\.emlx$/i.test(path))
    return { kind: 'apple-mail' }
  if (hasKnownHeader(text)) return { kind: 'mail' }
  if ((inMaildir || /\.(eml|mail|mime|msg)$/i.test(path)) && !text.slice(0, 1000).includes('\0'))
    return { kind: 'mail' }
  return { kind: 'other', reason: 'not a mail file' }
}

/** Whether a path is a mail of a Maildir: in its cur or new folder, or named with a Maildir's flags. */
export function isMaildirPath(path: string): boolean {
  return /(^|\/)(cur|new)\/[^/]+$|:2,[A-Za-z]*$/.test(path)
}

function headerAfterSeparator(text: string): boolean {
  const [first, second] = text.split(/\r\n|\n|\r/, 2)
  return /\d{1,2}:\d{2}/.test(first ?? '') || /^[!-9;-~]{1,100}[ \t]*:/.test(second ?? '')
}

function hasKnownHeader(text: string): boolean {
  let headers = 0
  for (const line of text.split(/\r\n|\n|\r/, 200)) {
    if (line === '') return false
    if (/^[ \t]/.test(line) && headers > 0) continue
    const name = /^(?:>?From )?([A-Za-z][A-Za-z0-9_.-]{0,99})[ \t]*:/.exec(line)?.[1]
    if (!name) {
      if (headers === 0 && /^>?From /.test(line)) continue
      return false
    }
    headers++
    if (known.test(name)) return true
    if (headers > 60) return false
  }
  return false
}
