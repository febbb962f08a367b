import type { MailAttachment, ReadMail } from '../reading/read-mail-shape.ts'

interface Given {
  from?: string
  name?: string
  to?: string[]
  cc?: string[]
  subject?: string
  text?: string
  html?: string | null
  at?: Date | null
  messageId?: string | null
  inReplyTo?: string[]
  references?: string[]
  headers?: Record<string, string>
  attachments?: MailAttachment[]
}

/** A mail as the reader would give it, for tests: what is not given is plain and harmless. */
export function mailForTests(given: Given = {}): ReadMail {
  const address = (each: string) => ({ address: each, name: '' })
  return {
    messageId: given.messageId ?? null,
    inReplyTo: given.inReplyTo ?? [],
    references: given.references ?? [],
    subject: given.subject ?? 'Order form',
    from: { address: given.from ?? 'ilse@kontor.example', name: given.name ?? 'Ilse Brandt' },
    sender: null,
    replyTo: [],
    to: (given.to ?? ['ann@own.example']).map(address),
    cc: (given.cc ?? []).map(address),
    bcc: [],
    date: {
      at: given.at === undefined ? new Date('2024-03-01T09:00:00Z') : given.at,
      zoneMinutes: 0,
      claimed: '',
    },
    text: given.text ?? 'Hello Ann,\n\nhere it is.\n',
    html: given.html ?? null,
    attachments: given.attachments ?? [],
    headers: new Map(Object.entries(given.headers ?? {}).map(([name, value]) => [name, [value]])),
    defects: [],
  }
}
