import { bareName } from './bare-name.ts'
import { type ArrangedName, arrangeName } from './name-arrangement.ts'

/**
 * A person's name as read from mail. `full` is what a screen shows: no title, no middle initials. quality says how far
 * it can be trusted: 3 as its owner writes it; 2 read out of capitals or a directory path; 1 made from an address,
 * or only half a name; 0 not a person's name (`full` is then the best that can be shown).
 */
export interface PersonName {
  full: string
  given: string
  family: string
  /** Middle initials with dots ("K."); they tell two people of one name apart. */
  middle: string
  title: string
  suffix: string
  quality: 0 | 1 | 2 | 3
}

const unnamed = (full: string): PersonName => ({
  full,
  given: '',
  family: '',
  middle: '',
  title: '',
  suffix: '',
  quality: 0,
})

const rated = ({ asWritten, ...name }: ArrangedName, best: 1 | 2 | 3): PersonName => {
  const whole = name.given !== '' && name.family !== ''
  return { ...name, quality: whole ? (Math.min(best, asWritten ? 3 : 2) as 1 | 2 | 3) : 1 }
}

/** Letters of another script than Latin: such names are shown as they stand, whatever their order. */
const isOtherScript = (text: string): boolean => /(?!\p{Script=Latin})\p{L}/u.test(text)

function inOtherScript(text: string): PersonName {
  const words = text.split(/[\s,]+/).filter(Boolean)
  const [given = '', ...rest] = words
  return { ...unnamed(text), given, family: rest.at(-1) ?? '', quality: /\d/.test(text) ? 1 : 3 }
}

/** The local part, without a "+tag", as words: "phillip.allen", "greg_woulfe2", "k..allen". */
function wordsOfLogin(local: string): string[] {
  const words = local
    .replace(/\+.*$/, '')
    .split(/[._]+/)
    .map((word) => word.replace(/\d+$/, ''))
    .filter(Boolean)
  const only = words[0] ?? ''
  // "richard-ewing" is two names; "jean-pierre.martin" has its dot already.
  return words.length === 1 && /^\p{L}{2,}-\p{L}{2,}$/u.test(only) ? only.split('-') : words
}

/**
 * The name that an address spells: "karen.buckley@enron.com" is Karen Buckley, at quality 1. "k..allen@enron.com"
 * gives "K. Allen" at 0, since nobody is called so; "pallen@enron.com" gives its local part at 0.
 */
export function nameFromAddress(address: string): PersonName {
  const at = address.lastIndexOf('@')
  const local = at < 0 ? address : address.slice(0, at)
  if (isOtherScript(local)) return { ...unnamed(local), given: local, quality: 1 }
  const words = wordsOfLogin(local.toLowerCase())
  if (words.length < 2 || words.length > 5 || at === 0) return unnamed(local)
  const arranged = arrangeName(words.join(' '))
  if (!arranged || arranged.family.length < 2) return unnamed(local)
  return arranged.given === '' ? { ...rated(arranged, 1), quality: 0 } : rated(arranged, 1)
}

/** A lone word is half a name: the family name where the address ends in it ("Allen" at pallen@), else the given one. */
function halfName(name: ArrangedName, local: string): PersonName {
  const word = name.given
  const isFamily = local.toLowerCase().endsWith(word.toLowerCase()) && local.length > word.length
  return { ...rated(name, 1), given: isFamily ? '' : word, family: isFamily ? word : '' }
}

/**
 * Reads a display name as mail carries it, with the address (lower case) to fall back on where it is no name.
 * The order of words is never guessed from the address: "wallaceb@" is Brian Wallace as often as Wallace Brian.
 * Never throws; '' in gives '' out unless the address spells a name.
 */
export function readName(raw: string, address = ''): PersonName {
  const spelled = nameFromAddress(address)
  const fallback = (shown: string): PersonName => (spelled.quality > 0 || !shown ? spelled : unnamed(shown))
  const { text, from } = bareName(raw)
  if (!text) return spelled
  if (isOtherScript(text)) return inOtherScript(text)
  const local = address.replace(/@[^@]*$/, '')
  const isLogin =
    from === 'address' ||
    from === 'login' ||
    (!/\s/.test(text) && /\p{L}[._]+\p{L}/u.test(text) && !/\.(com|org|net|de|co)$/i.test(text))
  if (isLogin) {
    const own = nameFromAddress(text)
    const isBetter = own.quality > spelled.quality || (own.quality === spelled.quality && own.family !== '')
    return isBetter ? own : fallback(own.full)
  }
  const arranged = arrangeName(text)
  if (!arranged) return unnamed(text)
  if (!/\s/.test(text) && text.toLowerCase() === local.toLowerCase()) return fallback(text)
  if (arranged.given && !arranged.family && !arranged.middle) return halfName(arranged, local)
  return rated(arranged, from === 'path' ? 2 : 3)
}
