import type { AskSigns } from './ask-signs.ts'

export const ASK_WORD = /[\p{L}'’]+|\d+|[?!$@:]/gu
export const MOST_WORDS = 60
export const WORDS_A_CLASS = 5
export const LENGTH_CLASSES = 8

/**
 * What the model of asking sees of a sentence: its signs, words, pairs of neighbouring words, its first words, whether
 * it asks by its mark, and its length in classes. Lower case, numbers alike.
 */
export function askFeatures(sentence: string, signs: AskSigns): string[] {
  const words: string[] = []
  for (const match of sentence.toLowerCase().matchAll(ASK_WORD)) {
    words.push(/^\d/.test(match[0]) ? '0' : match[0].replaceAll('’', "'"))
    if (words.length >= MOST_WORDS) break
  }
  const features = new Set<string>(['1'])
  for (const [sign, there] of Object.entries(signs)) if (there) features.add(`#${sign}`)
  let before = '^'
  for (const word of words) {
    features.add(word)
    features.add(`${before} ${word}`)
    before = word
  }
  features.add(`${before} $`)
  if (words.length > 2) features.add(`^ ${words[0]} ${words[1]}`)
  features.add(`len${Math.min(LENGTH_CLASSES, Math.floor(words.length / WORDS_A_CLASS))}`)
  return [...features]
}
