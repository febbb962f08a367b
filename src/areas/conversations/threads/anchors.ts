import type { ReadMail } from '../reading/read-mail-shape.ts'

/** More ids than this in one mail are cut: the oldest and newest say where it belongs. */
const MOST = 200

/**
 * The message ids that tie a mail into its conversation: its own, its References and its In-Reply-To, each once.
 * A thread is a connected component over these: two mails that share any anchor are one thread, so neither the
 * order of arrival nor loops, missing roots and disagreeing parents matter (RFC 5256's REFERENCES, grouped only).
 * What is no id (a phrase in In-Reply-To, an address alone is still taken) falls away.
 */
export function anchorsOf(mail: Pick<ReadMail, 'messageId' | 'references' | 'inReplyTo'>): string[] {
  const anchors = new Set<string>()
  const add = (raw: string | null) => {
    const id = anchorId(raw)
    if (id !== null) anchors.add(id)
  }
  add(mail.messageId)
  const references =
    mail.references.length > MOST
      ? [...mail.references.slice(0, MOST / 2), ...mail.references.slice(-MOST / 2)]
      : mail.references
  for (const raw of references) add(raw)
  for (const raw of mail.inReplyTo.slice(0, MOST)) add(raw)
  return [...anchors]
}

/** An id without its brackets and blanks; null where it can't tell one mail from another. */
function anchorId(raw: string | null): string | null {
  if (raw === null) return null
  const id = raw.replaceAll(/[<>\s]/g, '')
  if (id.length < 6 || id.length > 900 || !/[\w]/.test(id)) return null
  // Ids that programs give to all of their mails alike.
  if (/^(?:unknown|none|null|undefined|message-?id|no-?id|localhost|@.*|.*@)$/i.test(id)) return null
  return id
}
