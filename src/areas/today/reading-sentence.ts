import type { MailboxState } from '../conversations/door.ts'

/** While mails are being read: how far, so that the list is not taken for the whole. */
export function readingSentence(
  reading: MailboxState['reading'],
): { importId: string; found: number; sentence: string } | null {
  if (!reading) return null
  const { importId, found, bytesRead, bytesTotal } = reading
  const share = bytesTotal > 0 ? Math.min(99, Math.floor((100 * bytesRead) / bytesTotal)) : 0
  return {
    importId,
    found,
    sentence: `Read so far: ${found.toLocaleString('en')} mails, ${share} %. This is Today from what has been read.`,
  }
}
