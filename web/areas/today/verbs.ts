const VERBS: Record<string, string> = {
  'reply-owed': 'Reply',
  'follow-up-due': 'Follow up',
  drifting: 'Write',
  'warm-contact': 'Say hello',
  kit: 'Set up',
}

/** What a line asks for, in a word or two; a kind that is not known here stands under its own name. */
export function verbOf(kind: string): string {
  return VERBS[kind] ?? kind
}
