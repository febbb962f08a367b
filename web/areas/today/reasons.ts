const SAID: Record<string, string[]> = {
  'reply-owed': ['Answered elsewhere', 'It needs no answer', 'Not mine to answer'],
  'follow-up-due': ['They answered elsewhere', 'It no longer matters', 'Too soon'],
  drifting: ['We speak elsewhere', 'A pause is right', 'I let them go'],
  'warm-contact': ['They do not have the problem', 'Not the right moment', 'We lost touch'],
}

/** The reasons offered for putting a line aside, by its kind; a member can always type another. */
export function reasonsFor(kind: string): string[] {
  return SAID[kind] ?? ['Not worth the time now', 'Done elsewhere', 'Not mine to do']
}
