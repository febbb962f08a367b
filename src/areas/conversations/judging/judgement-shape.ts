/** What kind of mail it is. Only `human` counts as somebody writing to somebody. */
export type MailKind = 'human' | 'bounce' | 'auto-reply' | 'bulk'

/** A run of characters in the new text that asks for something. */
export interface Ask {
  text: string
  /** UTF-16 offsets into `newText`, half-open. */
  start: number
  end: number
}

export interface Bounce {
  /** The address that could not be reached, lower case; null where the report does not say. */
  recipient: string | null
  /** RFC 3463 status as in "5.1.1"; null where absent. */
  status: string | null
  permanent: boolean
  reason: string
}

/** What was made of a mail once read: pure, from the mail alone. */
export interface Judgement {
  kind: MailKind
  /** Which rule said so, in plain words: "List-Id header", "Auto-Submitted: auto-replied (RFC 3834)". */
  kindBecause: string
  /** What its writer wrote just now: no quote, no forwarded mail, no signature. */
  newText: string
  /** Where the parts begin in the whole text (UTF-16 offsets), for folding; null where there is none. */
  signatureStart: number | null
  quoteStart: number | null
  words: number
  asks: Ask[]
  /** An auto-reply's stated day of return, as YYYY-MM-DD; null where it says none. */
  returnDate: string | null
  bounce: Bounce | null
}
