/**
 * Whose changes the whole team may see in the history. Everything else (mailboxes, threads, decisions of a morning, and
 * whatever is added later) is shown to nobody but the member who did it.
 */
export const teamAreas: readonly string[] = ['workspace', 'people', 'relationships']
/** The same, by the schema of the table that was written. */
export const teamSchemas: readonly string[] = ['platform', 'people', 'relationships']
