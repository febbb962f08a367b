import { decodeValue, readHeaderBlock } from './header-fields.ts'

/** The first label that Gmail's export wrote on a mail, as it stands there; null where there is none. */
export function gmailFolder(raw: Buffer): string | null {
  const head = raw.subarray(0, 64 * 1024)
  if (!head.includes('X-Gmail-Labels:')) return null
  const field = readHeaderBlock(head, 0, head.length).fields.find((each) => each.name === 'x-gmail-labels')
  if (!field) return null
  const first = /^\s*(?:"([^"]*)"|([^,]*))/.exec(decodeValue(field.value))
  return (first?.[1] ?? first?.[2] ?? '').trim() || null
}
