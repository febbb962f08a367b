import { parse } from 'tldts'
import { isFreeMail } from './free-mail.ts'
import { isListHost } from './list-hosts.ts'

export interface CompanyDomain {
  /** The registrable domain, lower case: the company's key. Null where the address tells of no company. */
  domain: string | null
  /** Why, in a few words: "swbell.net gives mailboxes to anyone". */
  because: string
}

/** Names that no registry gives out, so they are machines or hidden addresses (RFC 2606, RFC 6761, RFC 6762). */
const NOWHERE: ReadonlySet<string> = new Set(
  'invalid local localhost localdomain internal intranet lan home corp arpa onion (none)'.split(' '),
)

const NONE = (because: string): CompanyDomain => ({ domain: null, because })

/** An address or a host as a host: lower case, no dot at the end, no "@ENRON" after it. */
const hostOf = (addressOrHost: string): string => {
  const at = addressOrHost.lastIndexOf('@')
  return addressOrHost
    .slice(at + 1)
    .trim()
    .toLowerCase()
    .replace(/\.$/, '')
}

/**
 * The company that an address or a host belongs to: its registrable domain by the public suffix list, private suffixes
 * such as github.io counted as suffixes, because what is registered below them belongs to different people.
 */
export function companyOfDomain(addressOrHost: string): CompanyDomain {
  const host = hostOf(addressOrHost)
  if (!host) return NONE('there is no domain')
  const { domain, isIp, isPrivate, publicSuffix } = parse(host, { allowPrivateDomains: true })
  const top = host.split('.').at(-1) ?? ''
  if (host === 'obfuscated.invalid') return NONE('the list hides where its writers write from')
  if (isIp || NOWHERE.has(top) || !host.includes('.')) return NONE(`${host} is a machine, not a company`)
  if (isListHost(host)) return NONE(`${host} carries mailing lists`)
  if (isFreeMail(host)) return NONE(`${host} gives mailboxes to anyone`)
  if (/^(alum|alumni|alumnus)\./.test(host))
    return NONE(`${host} forwards to former students, wherever they work`)
  if (!domain)
    return NONE(
      isPrivate ? `anyone can have a name under ${publicSuffix}` : `${host} is no registered domain`,
    )
  return {
    domain,
    because: host === domain ? `the address ends in ${domain}` : `${host} belongs to ${domain}`,
  }
}

const SMALL: ReadonlySet<string> = new Set(['and', 'of', 'the', 'for', 'und', 'et', 'de', 'y'])

/** A part of a domain as a word: short ones and those without a vowel are initials (BP, PGE, KPMG). */
const word = (part: string, at: number): string => {
  if (at > 0 && SMALL.has(part)) return part
  if (part.length <= 3 || (part.length <= 4 && !/[aeiouy]/.test(part))) return part.toUpperCase()
  return part.charAt(0).toUpperCase() + part.slice(1)
}

/**
 * A company's name guessed from its registrable domain, until somebody says better: "pellworm-dairy.example" is
 * Pellworm Dairy, "pge.com" is PGE. Punycode is shown as the letters that it stands for.
 */
export function companyName(domain: string): string {
  const label = parse(domain, { allowPrivateDomains: true }).domainWithoutSuffix || domain
  const letters = label.startsWith('xn--') ? fromPunycode(label) : label
  return letters.split(/[-_]+/).filter(Boolean).map(word).join(' ') || domain
}

/** RFC 3492, decoding only; the label itself where it is not well formed. */
function fromPunycode(label: string): string {
  const coded = label.slice(4)
  const dash = coded.lastIndexOf('-')
  const out = [...(dash > 0 ? coded.slice(0, dash) : '')].map((c) => c.codePointAt(0) ?? 0)
  let [n, i, bias] = [128, 0, 72]
  for (let at = dash > 0 ? dash + 1 : 0; at < coded.length; ) {
    const before = i
    for (let [weight, k] = [1, 36]; ; k += 36) {
      const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(coded[at++] ?? '!')
      if (digit < 0) return label
      i += digit * weight
      const limit = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias
      if (digit < limit) break
      weight *= 36 - limit
    }
    const length = out.length + 1
    let delta = before === 0 ? Math.floor((i - before) / 700) : Math.floor((i - before) / 2)
    delta += Math.floor(delta / length)
    let k = 0
    for (; delta > 455; k += 36) delta = Math.floor(delta / 35)
    bias = k + Math.floor((36 * delta) / (delta + 38))
    n += Math.floor(i / length)
    i %= length
    if (n > 0x10ffff) return label
    out.splice(i++, 0, n)
  }
  return String.fromCodePoint(...out)
}
