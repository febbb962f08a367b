import type { PooledMail } from '../reading/mail-pool.ts'
import type { RawMail } from '../reading/read-mail-shape.ts'

/** A raw mail with what was read of it; `read` is null where it could not be, with the reason. */
export interface BatchMail {
  raw: RawMail
  read: PooledMail | null
  reason: string | null
}

/** The import that a batch belongs to, as its steps need it. */
export interface ImportHead {
  importId: string
  mailboxId: string
  memberId: string
}

/** A mail that is new here, with its coming ids. */
export interface NewMail {
  id: string
  read: PooledMail
  raw: RawMail
  /** Best known moment: the mail's own, else the moment of reading. */
  sentAt: Date
}

/** Where a mail of the batch ended up. */
export interface Placed {
  messageId: string
  raw: RawMail
  stored: boolean
  /** The same Message-ID with other content: its source is kept beside the copy. */
  variant: boolean
}
