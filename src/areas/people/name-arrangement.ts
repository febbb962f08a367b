import { isCaseless, nameCase } from './name-case.ts'
import { DEGREES, GENERATIONS, JOINERS, OFFICE_WORDS, PARTICLES, plainWord, TITLES } from './name-words.ts'

/** The parts of a name. `middle` holds initials, with dots, which `full` leaves out. All '' where absent. */
export interface ArrangedName {
  full: string
  given: string
  family: string
  middle: string
  title: string
  suffix: string
  /** It was written as its owner would: mixed case, and no order guessed from capitals. */
  asWritten: boolean
}

const isInitial = (word: string): boolean => /^\p{L}\.?$/u.test(word)
const isNameWord = (word: string): boolean =>
  /^\p{L}[\p{L}\p{M}'’`.-]*$/u.test(word) && !/\.\p{L}{2,}$/u.test(word)
/** "B.K." is two initials, "K.Spangler" an initial and a word; "Ph.D." stays whole. */
const splitDotted = (word: string): string[] =>
  DEGREES.has(plainWord(word)) ? [word] : word.replace(/(?<=^|\.)(\p{L})\.(?=\p{L})/gu, '$1. ').split(' ')
const isShouted = (word: string): boolean => isCaseless(word) && word === word.toUpperCase()
const firstUp = (word: string): string =>
  isCaseless(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word
const initialOf = (word: string): string => `${word.charAt(0).toUpperCase()}.`

interface Sorted {
  words: string[]
  title: string[]
  suffix: string
}

/** Takes titles, degrees and Jr. out of the words of one part. */
function setApart(words: string[], alone: boolean): Sorted {
  const sorted: Sorted = { words: [], title: [], suffix: '' }
  for (const [at, word] of words.entries()) {
    const plain = plainWord(word)
    const generation = GENERATIONS.get(plain)
    if (generation && (at > 0 || alone)) sorted.suffix = generation
    else if (TITLES.has(plain) && (at === 0 || sorted.words.length === 0)) sorted.title.push(word)
    else if (
      DEGREES.has(plain) &&
      (at >= 2 || alone) &&
      !isInitial(word) &&
      (word.includes('.') || isShouted(word) || plain === 'phd')
    )
      continue
    else sorted.words.push(word)
  }
  return sorted
}

/** Given words and family words, in that order, from a name written in the usual order. */
function splitInOrder(words: string[]): { given: string[]; family: string[]; guessed: boolean } {
  if (words.length < 2) return { given: words, family: [], guessed: false }
  const firstQuiet = words.findIndex((w) => !isShouted(w))
  // "VARNHORST Ilse", "VAN DER BERG Jan": shouted words first are the family name.
  if (
    firstQuiet > 0 &&
    words.slice(firstQuiet).every((w) => !isShouted(w)) &&
    !words.slice(0, firstQuiet).every((w) => w.length <= 2)
  ) {
    return { given: words.slice(firstQuiet), family: words.slice(0, firstQuiet), guessed: true }
  }
  const particle = words.findIndex((w, i) => i > 0 && i < words.length - 1 && PARTICLES.has(w.toLowerCase()))
  const cut = particle > 0 ? particle : words.length - 1
  // "James A." was cut off by a directory: an initial is no family name.
  if (cut === words.length - 1 && isInitial(words[cut] ?? ''))
    return { given: words, family: [], guessed: false }
  return { given: words.slice(0, cut), family: words.slice(cut), guessed: false }
}

/**
 * Reads "Allen, Phillip K.", "Phillip K Allen", "Dr. Priya Ostrander", "VARNHORST Ilse", "Berg, Jan van der" and
 * "McMichael Jr., Ed" into parts. Null where the text is not one person's name (an office, two people, digits).
 */
export function arrangeName(text: string): ArrangedName | null {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim().split(/\s+/).filter(Boolean).flatMap(splitDotted))
    .filter((part) => part.length > 0)
  const sorted = parts.map((part, at) =>
    setApart(
      part,
      at > 0 &&
        part.every((w) => {
          const plain = plainWord(w)
          return (
            GENERATIONS.has(plain) || TITLES.has(plain) || (DEGREES.has(plain) && (parts[0]?.length ?? 0) > 1)
          )
        }),
    ),
  )
  const title = sorted.flatMap((s) => s.title).join(' ')
  const suffix = sorted.find((s) => s.suffix)?.suffix ?? ''
  const [first, second, third] = sorted.map((s) => s.words).filter((words) => words.length > 0)
  if (!first || third) return null
  const all = [...first, ...(second ?? [])]
  if (all.length > 6 || !all.every(isNameWord)) return null
  const lower = all.map(plainWord)
  if (lower.some((w) => JOINERS.has(w))) return null
  if (lower.some((w) => OFFICE_WORDS.has(w)) && !(second && first.length === 1)) return null

  let { given, family, guessed } = second
    ? { given: second, family: first, guessed: false }
    : splitInOrder(first)
  // "Berg, Jan van der": the particles belong to the family name.
  if (second) {
    const from = given.findIndex(
      (_, i) => i > 0 && given.slice(i).every((p) => PARTICLES.has(p.toLowerCase())),
    )
    if (from > 0) {
      family = [...given.slice(from), ...family]
      given = given.slice(0, from)
    }
  }
  const called = given.filter((w) => !isInitial(w))
  const initials = given.filter(isInitial)
  const shown = [...called, ...family].filter((w) => !isInitial(w))
  const mixed = shown.some((w) => !isCaseless(w))
  // Beside words in mixed case, two capitals are a call name: JP Morgan, TJ Hooper.
  const write = (w: string): string => (mixed && /^\p{Lu}{2}$/u.test(w) ? w : nameCase(w))
  const familyName = family.map(write).join(' ')
  const callNames = called.map((w, at) => (at === 0 ? firstUp(write(w)) : write(w)))
  const lead = called.length > 0 ? callNames.join(' ') : initials.map(initialOf).join(' ')
  return {
    full: [lead, familyName, suffix].filter(Boolean).join(' '),
    given: callNames[0] ?? '',
    family: familyName,
    middle: initials.map(initialOf).join(' '),
    title,
    suffix,
    asWritten: mixed && !guessed,
  }
}
