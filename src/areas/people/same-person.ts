import { bestName, type NameSeen } from './best-name.ts'
import { companyOfDomain } from './company-of-domain.ts'
import { addressKind } from './human-address.ts'
import { type PersonName, readName } from './person-name.ts'

/** An address with the names that mails gave it. */
export interface AddressSeen {
  /** Lower case. */
  address: string
  names: readonly NameSeen[]
  /** The mailing list on which it was seen, where it was one; null elsewhere. */
  list?: string | null
}

export interface SamePersonSaid {
  same: boolean
  /** The evidence, or what was missing, in one line. */
  because: string
}

const HIDDEN = 'obfuscated.invalid'
const no = (because: string): SamePersonSaid => ({ same: false, because })
const yes = (because: string): SamePersonSaid => ({ same: true, because })
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')

interface Known {
  local: string
  host: string
  name: PersonName
  /** First middle initials, over all names seen. */
  initials: ReadonlySet<string>
  suffixes: ReadonlySet<string>
}

function known({ address, names }: AddressSeen): Known {
  const at = address.lastIndexOf('@')
  const read = names.map((seen) => readName(seen.name, address)).filter((name) => name.quality > 0)
  const name = bestName(names, address)
  const of = (pick: (name: PersonName) => string): ReadonlySet<string> =>
    new Set([name, ...read].map(pick).filter((part) => part !== ''))
  return {
    local: address.slice(0, Math.max(at, 0)),
    host: address.slice(at + 1),
    name,
    initials: of((n) => n.middle.charAt(0)),
    suffixes: of((n) => n.suffix),
  }
}

/** The mailbox itself, without a "+tag" (RFC 5233); Google also ignores dots and has two names. */
function mailbox({ local, host }: Known): string {
  const box = local.replace(/\+.*$/, '')
  return host === 'gmail.com' || host === 'googlemail.com'
    ? `${box.replace(/\./g, '')}@gmail.com`
    : `${box}@${host}`
}

const disjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one))

/** What tells two people of one name apart, or null. */
function difference(a: Known, b: Known): string | null {
  if (disjoint(a.initials, b.initials))
    return `the middle initials differ (${[...a.initials]} and ${[...b.initials]})`
  if (a.suffixes.size !== b.suffixes.size || disjoint(a.suffixes, b.suffixes)) {
    return 'one is a junior or senior, the other is not'
  }
  const base = (k: Known): string => k.local.replace(/\d+$/, '')
  if (a.host === b.host && a.local !== b.local && base(a) === base(b) && base(a) !== '') {
    return `${a.local}@ and ${b.local}@ are numbered because they are two people`
  }
  return null
}

/** So many letters must stand in both where a list has put signs for the others. */
const PLAIN_LETTERS = 6

/** Archives of lists put "=" or "|" for some letters, others in other years: the same address but for those. */
function isOneHidden(a: Known, b: Known): boolean {
  const spelled = (k: Known): string => (k.host === HIDDEN ? k.local : `${k.local}_${k.host}`)
  const [one, two] = [spelled(a), spelled(b)]
  if (one.length !== two.length) return false
  let plain = 0
  for (let at = 0; at < one.length; at++) {
    const [x = '', y = ''] = [one[at], two[at]]
    if (x === y && /[\p{L}\p{N}]/u.test(x)) plain++
    else if (x !== y && !/[=|]/.test(x) && !/[=|]/.test(y)) return false
  }
  return plain >= PLAIN_LETTERS
}

/**
 * Whether two addresses are one person's, on strong evidence only: the same given and family name at the same company
 * (never a free-mail provider), or on the same list where the list hides addresses, or from what can be one address with
 * other letters hidden; or one mailbox written in two ways.
 * Different middle initials, Jr. against none, and numbered twins (smith, smith2) always keep them apart. Symmetric.
 */
export function samePerson(a: AddressSeen, b: AddressSeen): SamePersonSaid {
  const [one, two] = [known(a), known(b)]
  if (a.address === b.address && one.host !== HIDDEN) return yes('it is the same address')
  for (const [seen, k] of [
    [a, one],
    [b, two],
  ] as const) {
    const kind = addressKind(seen.address, k.name.full)
    if (kind.kind !== 'person') return no(kind.because)
  }
  if (one.host !== HIDDEN && mailbox(one) === mailbox(two)) return yes(`both are the mailbox ${mailbox(one)}`)
  const whole = (k: Known): boolean => plain(k.name.given).length > 1 && plain(k.name.family).length > 1
  if (!whole(one) || !whole(two)) return no('a full name is missing')
  const name = (k: Known): string => `${plain(k.name.given)} ${plain(k.name.family)}`
  if (name(one) !== name(two)) return no(`${one.name.full} and ${two.name.full} are different names`)
  const apart = difference(one, two)
  if (apart) return no(apart)
  if (one.host === HIDDEN || two.host === HIDDEN) {
    if (isOneHidden(one, two))
      return yes(`both write as ${one.name.full}, from one address that a list hides`)
    if (!a.list || a.list !== b.list) return no('the same name, seen on different lists')
    return yes(`both write as ${one.name.full} on ${a.list}, which hides addresses`)
  }
  const [first, second] = [companyOfDomain(one.host), companyOfDomain(two.host)]
  if (!first.domain) return no(`the same name, but ${first.because}`)
  if (!second.domain) return no(`the same name, but ${second.because}`)
  if (first.domain !== second.domain) return no(`the same name at ${first.domain} and ${second.domain}`)
  return yes(`both are ${one.name.full} at ${first.domain}`)
}
