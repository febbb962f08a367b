const KINDS: Record<string, string> = {
  bounce: 'came back undelivered',
  'auto-reply': 'answered by a machine',
  autoreply: 'answered by a machine',
  bulk: 'a mailing',
  list: 'to a mailing list',
  calendar: 'an invitation',
  machine: 'sent by a program',
}

/** What kind of mail it is when no person wrote it to you; null for a person's own mail. */
export function kindWord(kind: string): string | null {
  if (kind === 'human' || kind === 'person' || kind === '') return null
  return KINDS[kind] ?? kind
}
