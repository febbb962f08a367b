/** Titles of people who decide over money and have little time; whole words, any case. Made by hand. */
const titles =
  /\b(chief|ceo|cfo|coo|cto|cio|cmo|president|chair(man|woman|person)?|managing (director|partner)|general manager|founder|co-?founder|owner|partner|vp|svp|evp|vice[- ]president|geschäftsführ\w+|vorstand\w*)\b/i
const lesser = /\b(assistant|office of|to the|deputy assistant)\b/i

/** Whether a title is an executive's. An assistant to one is not. */
export const isExecutive = (title: string | null): boolean =>
  title !== null && titles.test(title) && !lesser.test(title)
