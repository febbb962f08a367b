import type { Relation } from '../relationships/door.ts'

/** What a line of Today asks for. Readers accept kinds that they don't know. */
export type ItemKind = 'reply-owed' | 'follow-up-due' | 'drifting' | 'warm-contact' | 'kit'

export interface PersonOnLine {
  id: string
  name: string
  /** '' where only an address is known. */
  given: string
  address: string
}

export interface CompanyOnLine {
  id: string
  name: string
}

export interface ThreadOnLine {
  id: string
  subject: string
  /** The mail that the line is about. */
  messageId: string
}

/** Their own words. `said` marks the run that matters, UTF-16 offsets into `text`, half-open. */
export interface Quote {
  text: string
  said: { start: number; end: number }
}

/** Who a candidate is about, and how much weight they have. */
export interface About {
  person: PersonOnLine
  company: CompanyOnLine | null
  relation: Relation
  /** 0 to 100. */
  depth: number
  executive: boolean
}

/** One line of Today. */
export interface Item {
  /** 1 for the first. */
  rank: number
  kind: ItemKind
  /** One line that states a fact, lower case at its start, at most 90 characters. */
  because: string
  score: number
  /** They add up to the score. */
  scoreParts: { label: string; points: number }[]
  subject: { type: 'person' | 'thread' | 'kit'; id: string; name: string }
  person: PersonOnLine | null
  company: CompanyOnLine | null
  thread: ThreadOnLine | null
  /** Since when it waits. */
  since: Date
  quote: Quote | null
  /** Kind, subject and event: what a decision holds on to. A new mail makes a new key, so the line comes back. */
  key: string
}

/** The longest because that fits a line. */
export const BECAUSE_LENGTH = 90

/** Cuts at a word where a name or subject made the line too long. */
export function fitted(because: string, length = BECAUSE_LENGTH): string {
  if (because.length <= length) return because
  const cut = because.slice(0, length - 1)
  const blank = cut.lastIndexOf(' ')
  return `${cut.slice(0, blank > length / 2 ? blank : length - 1).replace(/[\s,;]+$/, '')}…`
}
