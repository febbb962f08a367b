import { type PersonName, readName } from './person-name.ts'

/** A display name as it stood beside an address, and how many mails carried it. */
export interface NameSeen {
  name: string
  count: number
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')

/** The address holds the family name, or the given one: two sources that agree. */
const agrees = (name: PersonName, address: string): boolean => {
  const local = plain(address.replace(/@[^@]*$/, ''))
  return [name.family, name.given].some((part) => plain(part).length >= 3 && local.includes(plain(part)))
}

/**
 * The name to call somebody by, out of all that their mails carried. Spellings of one name are counted together and
 * shown in their best form. Points: 3 for each step of quality, 3 where the address agrees, and up to 4 for how often
 * (the binary logarithm of the count), so that one odd mail never renames anybody. Ties go to the longer, then by letters.
 */
export function bestName(seen: readonly NameSeen[], address: string): PersonName {
  const groups = new Map<string, { best: PersonName; count: number }>()
  for (const { name, count } of seen) {
    const read = readName(name, address)
    const key = read.given && read.family ? plain(read.given + read.family) : plain(read.full) || read.full
    const group = groups.get(key)
    if (!group) groups.set(key, { best: read, count })
    else groups.set(key, { best: better(group.best, read), count: group.count + count })
  }
  const ranked = [...groups.values()].sort(
    (a, b) => points(b, address) - points(a, address) || order(a.best, b.best),
  )
  return ranked[0]?.best ?? readName('', address)
}

const points = ({ best, count }: { best: PersonName; count: number }, address: string): number =>
  best.quality * 3 + (agrees(best, address) ? 3 : 0) + Math.min(4, Math.log2(Math.max(1, count)))

const order = (a: PersonName, b: PersonName): number =>
  b.full.length - a.full.length || (a.full < b.full ? -1 : a.full > b.full ? 1 : 0)

/** The better of two spellings of one name, with the middle initial and title that either of them knew. */
function better(a: PersonName, b: PersonName): PersonName {
  const [first, second] =
    b.quality > a.quality || (b.quality === a.quality && order(b, a) < 0) ? [b, a] : [a, b]
  return { ...first, middle: first.middle || second.middle, title: first.title || second.title }
}
