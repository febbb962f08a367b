import { ASK_WORD, LENGTH_CLASSES, MOST_WORDS, WORDS_A_CLASS } from './ask-features.ts'
import type { AskSigns } from './ask-signs.ts'
import { ASK_WEIGHTS } from './ask-weights.ts'

/**
 * The same sum as over `askFeatures`, without building them: words become numbers, neighbours one number, so that a
 * mailbox of a hundred thousand mails is read at thousands a second.
 */
export function modelScore(sentence: string, signs: AskSigns): number {
  return wordScore(sentence) + signScore(signs)
}

/** What the signs add to the score of the words. */
export function signScore(signs: AskSigns): number {
  let score = 0
  for (const [sign, weight] of SIGN_WEIGHTS) if (signs[sign]) score += weight
  return score
}

/** The score of the words alone: reading the signs costs several times as much. */
export function wordScore(sentence: string): number {
  let score = BIAS
  stamp += 1
  const text = sentence.toLowerCase()
  let before = START
  let first = 0
  let second = 0
  let count = 0
  for (const word of text.match(ASK_WORD) ?? []) {
    const id = idOf(word)
    if (id !== 0) score += once(id)
    if (id !== 0 && before !== 0) score += once(before * SHIFT + id)
    if (count === 0) first = id
    else if (count === 1) second = id
    before = id
    count += 1
    if (count >= MOST_WORDS) break
  }
  if (before !== 0) score += once(before * SHIFT + END)
  if (count > 2 && first !== 0 && second !== 0) score += OPENING_WEIGHTS.get(first * SHIFT + second) ?? 0
  return score + (LENGTH_WEIGHTS[Math.min(LENGTH_CLASSES, Math.floor(count / WORDS_A_CLASS))] ?? 0)
}

interface Entry {
  weight: number
  /** The sentence that counted it last: a feature counts once a sentence. */
  stamp: number
}

const SHIFT = 65_536
const START = 1
const END = 2
const BIAS = ASK_WEIGHTS.get('1') ?? 0
const IDS = new Map<string, number>([
  ['^', START],
  ['$', END],
])
const ENTRIES = new Map<number, Entry>()
const OPENING_WEIGHTS = new Map<number, number>()
const LENGTH_WEIGHTS: number[] = []
const SIGN_WEIGHTS: [keyof AskSigns, number][] = []
let stamp = 0

function once(key: number): number {
  const entry = ENTRIES.get(key)
  if (entry === undefined || entry.stamp === stamp) return 0
  entry.stamp = stamp
  return entry.weight
}

function idOf(word: string): number {
  const code = word.charCodeAt(0)
  if (code >= 48 && code <= 57) return IDS.get('0') ?? 0
  return IDS.get(word.includes('’') ? word.replaceAll('’', "'") : word) ?? 0
}

function learn(word: string): number {
  const known = IDS.get(word)
  if (known !== undefined) return known
  IDS.set(word, IDS.size + 1)
  return IDS.size
}

for (const [feature, weight] of ASK_WEIGHTS) {
  if (feature === '1') continue
  if (feature.startsWith('#')) SIGN_WEIGHTS.push([feature.slice(1) as keyof AskSigns, weight])
  else if (/^len\d$/.test(feature)) LENGTH_WEIGHTS[Number(feature.slice(3))] = weight
  else {
    const ids = feature.split(' ').map(learn)
    const [a = 0, b = 0, c = 0] = ids
    if (ids.length === 1) ENTRIES.set(a, { weight, stamp: 0 })
    else if (ids.length === 2) ENTRIES.set(a * SHIFT + b, { weight, stamp: 0 })
    else OPENING_WEIGHTS.set(b * SHIFT + c, weight)
  }
}

/** The most that signs can add to a sentence that is no question. */
export const MOST_FROM_SIGNS = SIGN_WEIGHTS.reduce(
  (sum, [sign, weight]) => sum + (sign === 'question' ? 0 : Math.max(0, weight)),
  0,
)
