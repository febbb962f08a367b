/** One address as a mail names it. `address` is lower case and trimmed, '' where a name stood without one. */
export interface MailAddress {
  address: string
  name: string
}

/** A file inside a mail: an attachment, an inline picture, or a mail within the mail. */
export interface MailAttachment {
  /** Safe to show, never a path: no slashes, no control characters. */
  name: string
  type: string
  /** Without angle brackets; null where the part has none. */
  contentId: string | null
  inline: boolean
  content: Buffer
}

/** A mail as read from its bytes, before anything is judged about it. */
export interface ReadMail {
  /** Without angle brackets; null where the mail has none. */
  messageId: string | null
  inReplyTo: string[]
  references: string[]
  subject: string
  from: MailAddress | null
  sender: MailAddress | null
  replyTo: MailAddress[]
  to: MailAddress[]
  cc: MailAddress[]
  bcc: MailAddress[]
  /** When it was written. `at` is null where no date can be trusted (absent, unreadable, an export's placeholder). */
  date: { at: Date | null; zoneMinutes: number | null; claimed: string }
  /** The whole readable text, decoded; made from the HTML where there is no plain part. */
  text: string
  /** As sent: never show it without sanitising. */
  html: string | null
  attachments: MailAttachment[]
  /** Lower-case names to their decoded values, in order. */
  headers: Map<string, string[]>
  /** What was wrong with it, in plain words; empty for a sound mail. */
  defects: string[]
}

/** One raw mail on its way in from a file. */
export interface RawMail {
  /** The folder's name as the person knows it: "Sent", "Archive/2019". */
  folder: string
  /** 0-based place in that folder's file, or in the sorted list of its files. */
  position: number
  raw: Buffer
  /** Why it can't be read (too large, cut off, encrypted zip entry); null for all that can be tried. */
  unreadable: string | null
  /** When the mbox's separator line says that it arrived; absent or null for other files. */
  envelopeDate?: Date | null
  /** Where to go on after this mail: opaque to callers, given back to the source to resume. */
  checkpoint: SourceCheckpoint
  /** Bytes of the input used up so far, over all of its files, for progress. */
  bytesRead: number
}

/** A place in the input: the file (by its path inside the source) and what the file's reader needs to go on. */
export interface SourceCheckpoint {
  file: string
  /** Mails already handed out of that file. */
  mails: number
  /** Byte offset in that file (uncompressed) where the next mail begins; -1 where nothing more is to be read of it. */
  offset: number
}

/** Somewhere mails can be read from, in a stable order, again and again. */
export interface MailSource {
  /** Names this input's content for resuming: the same bytes give the same fingerprint. */
  fingerprint(): Promise<string>
  /** Total bytes on disk, compressed where they are compressed. */
  totalBytes(): Promise<number>
  /** Streams the mails, from `after` where given (exclusive). Memory does not grow with the input. */
  mails(after?: SourceCheckpoint): AsyncIterable<RawMail>
}
