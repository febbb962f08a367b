const WORDS: Record<string, string> = {
  'only-me': 'text and dates: only you',
  dates: 'text: only you. Dates: the team',
  all: 'text and dates: the whole team',
}

/** Who sees what of a mailbox, in words. */
export function seenBy(visibility: string): string {
  return WORDS[visibility] ?? visibility
}
