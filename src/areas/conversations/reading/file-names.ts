import { extname } from 'node:path'

const endings = new Map([
  ['image/jpeg', '.jpg'],
  ['image/png', '.png'],
  ['image/gif', '.gif'],
  ['application/pdf', '.pdf'],
  ['text/calendar', '.ics'],
  ['text/html', '.html'],
  ['text/plain', '.txt'],
  ['text/csv', '.csv'],
  ['text/vcard', '.vcf'],
  ['text/x-vcard', '.vcf'],
  ['message/rfc822', '.eml'],
  ['message/delivery-status', '.txt'],
  ['application/zip', '.zip'],
  ['application/ms-tnef', '.dat'],
  ['application/pgp-signature', '.asc'],
])

/** A file name from a mail made safe to show and to save: no folders, no control or direction characters. */
export function safeFileName(name: string): string {
  const last =
    name
      .replace(/\\/g, '/')
      .split('/')
      .filter((piece) => piece.trim() !== '')
      .at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^\.+/, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (clean.length <= 200) return clean
  const ending = extname(clean).slice(0, 20)
  return clean.slice(0, 200 - ending.length) + ending
}

/** A name for a file that came without one: "attachment-2.pdf". */
export function inventedFileName(type: string, number: number): string {
  return `attachment-${number}${endings.get(type) ?? '.bin'}`
}
