import { PARTICLES } from './name-words.ts'

const isUpper = (word: string): boolean => word === word.toUpperCase() && word !== word.toLowerCase()
const isLower = (word: string): boolean => word === word.toLowerCase() && word !== word.toUpperCase()

/** True where the writing of the word says nothing about its case: all capitals or none. */
export const isCaseless = (word: string): boolean => {
  const letters = word.replace(/[^\p{L}]/gu, '')
  return letters.length > 1 && (isUpper(letters) || isLower(letters))
}

const rise = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1)

/** "Mcconnell" is always McConnell; "Mac" is left alone, because Mackie and Macey exist. */
const riseAfterMc = (part: string): string =>
  /^Mc\p{Ll}{3,}$/u.test(part) ? `Mc${rise(part.slice(2))}` : part

/** "O'brien" is O'Brien, "D'arcy" is D'Arcy; what stands after any other apostrophe stays ("Ta'ana"). */
const riseAfterApostrophe = (part: string): string =>
  part.replace(
    /^([ODL])(['’])(\p{Ll})/u,
    (_, o: string, mark: string, next: string) => o + mark + next.toUpperCase(),
  )

/**
 * One word of a name as people write it. A word in mixed case is kept as its owner typed it, but for Mc, O' and
 * hyphens; one in all capitals or none is written with a first capital, particles (van, de) in small letters.
 */
export function nameCase(word: string): string {
  const caseless = isCaseless(word)
  if (caseless && PARTICLES.has(word.toLowerCase())) return word.toLowerCase()
  const base = caseless ? word.toLowerCase() : word
  const starts = caseless || /^\p{Lu}/u.test(base)
  if (!starts) return base
  return base
    .split('-')
    .map((part) => riseAfterApostrophe(riseAfterMc(rise(part))))
    .join('-')
}
