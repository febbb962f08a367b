import type { Message } from '../../catalogue.ts'

const KINDS: Record<Message['kind'], string | null> = {
  human: null,
  bounce: 'came back undelivered',
  'auto-reply': 'answered by a machine',
  bulk: 'a mailing',
}

/** What kind of mail it is when no person wrote it to you; null for a person's own mail. */
export function kindWord(kind: Message['kind']): string | null {
  return KINDS[kind]
}
