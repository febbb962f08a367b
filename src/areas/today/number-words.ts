const WORDS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Whole numbers to twelve in words, as they stand in sentences ("no" for 0); figures from 13 on. */
export const inWords = (n: number): string => WORDS[n] ?? String(n)

/** "one person", "two people", "13 people". */
export const counted = (n: number, one: string, many: string): string =>
  `${inWords(n)} ${n === 1 ? one : many}`

/** With a first capital, for the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
