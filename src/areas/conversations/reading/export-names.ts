import { cleanName } from './addresses.ts'
import type { MailAddress } from './read-mail-shape.ts'

/**
 * Gives bare addresses the names that Outlook and Notes exports keep beside them: "X-From: Buckley, Karen
 * </O=ENRON/...>" beside "From: karen.buckley@enron.com". A name is taken only where it fits the address, because
 * the two lists often differ in length and order.
 */
export function nameFromExport(addresses: MailAddress[], exported: string | undefined): MailAddress[] {
  if (!exported || addresses.every((one) => one.name !== '' && !isMaimed(one))) return addresses
  const names = splitNames(exported).map((name) => ({ name, words: wordsOf(name) }))
  if (names.length === 0 || names.length * addresses.length > 250_000) return addresses
  const taken = new Set<number>()
  return addresses.map((one, place) => {
    if (one.address === '' || (one.name !== '' && !isMaimed(one))) return one
    const local = one.address.slice(0, one.address.lastIndexOf('@'))
    let best = -1
    names.forEach((candidate, index) => {
      if (taken.has(index) || !fits(candidate.words, local)) return
      if (best < 0 || Math.abs(index - place) < Math.abs(best - place)) best = index
    })
    const found = names[best]
    if (!found) return one
    taken.add(best)
    return { address: one.address, name: found.name }
  })
}

/** "houston <.ward@enron.com>": what stood in brackets after the name became the name, and the first name is gone. */
function isMaimed(one: MailAddress): boolean {
  return one.address.startsWith('.')
}

function splitNames(exported: string): string[] {
  const text = exported.slice(0, 200_000)
  const pieces = text.includes('<') ? text.split(/>[^,<]*(?:,|$)/).flatMap(splitBeforeAngle) : text.split(',')
  return pieces.map((piece) => cleanExported(piece)).filter((name) => name !== '' && !name.includes('@'))
}

/** A piece up to a "<" may hold addresses that had no brackets before the name that has them. */
function splitBeforeAngle(piece: string): string[] {
  const angle = piece.indexOf('<')
  if (angle < 0) return piece.split(',')
  const parts = piece.slice(0, angle).split(/,\s*/)
  const bare = parts.filter((part) => part.includes('@'))
  return [...bare, parts.filter((part) => !part.includes('@')).join(', ')]
}

function cleanExported(piece: string): string {
  const name = cleanName(piece.replace(/["\\]/g, '').replace(/^[\s']+|[\s']+$/g, ''))
  return name
    .replace(/\/[A-Z]{2,}.*$/, '')
    .replace(/@.*$/, '')
    .trim()
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

function fits(words: string[], local: string): boolean {
  const parts = local.split(/[._-]+/).filter((part) => part !== '')
  const surname = parts.at(-1)
  if (!surname || words.length === 0) return false
  if (parts.length === 1) {
    const compact = surname.replace(/\d+$/, '')
    return words.some((word) => word.length >= 4 && compact.includes(word)) || words.join('') === compact
  }
  if (!words.includes(surname)) return false
  return parts
    .slice(0, -1)
    .every((part) => words.some((word) => (part.length === 1 ? word[0] === part : word === part)))
}
