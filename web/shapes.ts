// What the server says and takes, by operation. To be replaced by `import type` of the catalogue.

/** A UUID as text. */
export type Id = string
/** An instant as ISO 8601 text. */
export type Time = string
export type Page<Item> = { items: Item[]; next: string | null }
export type Paging = { cursor?: string; limit?: number }
export type Done = { actionId: Id }

export type Role = 'owner' | 'manager' | 'rep' | 'specialist' | 'viewer'
export type Relation = 'buyer' | 'customer' | 'partner' | 'colleague' | 'pitch' | 'private' | 'unsorted'
export type Direction = 'theirs' | 'mine'
export type Named = { id: Id; name: string }
/** One mail in the exchange picture: who wrote it and how many new words. */
export type Stroke = { at: Time; direction: Direction; words: number; messageId?: Id }
/** A run of characters, start included, end not. */
export type Span = { start: number; end: number }

export type Me = {
  member: { id: Id; name: string; email: string; role: Role; timeZone: string }
  workspace: Named
  mailboxes: number
  hasSample: boolean
  truth: { sentence: string; ok: boolean; checkedAt: Time } | null
}
export type Member = {
  id: Id
  name: string
  email: string
  role: Role
  joinedAt: Time
  endedAt: Time | null
  isYou: boolean
}
export type Invitation = { id: Id; email: string; role: Role; expiresAt: Time }
export type Token = {
  id: Id
  name: string
  role: Role
  createdAt: Time
  lastUsedAt: Time | null
  endedAt: Time | null
}
export type Change = { what: string; field: string | null; before: unknown; after: unknown }
export type HistoryEntry = {
  actionId: Id
  at: Time
  member: Named | null
  via: string
  name: string
  about: string
  changes: Change[]
  undoable: boolean
  undoneAt: Time | null
}
export type Undone = { actionId: Id; undone: number; kept: { what: string; why: string }[] }

export type TodayItem = {
  rank: number
  kind: string
  because: string
  score: number
  scoreParts: { label: string; points: number }[]
  subject: { type: string; id: Id; name: string }
  person: { id: Id; name: string; address: string } | null
  company: Named | null
  thread: { id: Id; subject: string; messageId: Id } | null
  since: Time
  quote: { text: string; saidStart: number; saidEnd: number } | null
  key: string
  verb: string
  when: string
}
export type Today = {
  at: Time
  sentence: string
  sub: string
  end: string
  items: TodayItem[]
  folded: { people: number; sentence: string } | null
  doneToday: number
  reading: { importId: Id; found: number; sentence: string } | null
}
export type Status = { line: string; because: string[] }

export type Person = {
  id: Id
  name: string
  given: string | null
  family: string | null
  title: string | null
  company: { id: Id; name: string; domain: string } | null
  addresses: { id: Id; address: string; evidence: string; firstSeen: Time | null }[]
  phones: { id: Id; number: string }[]
  timeZone: string | null
  zoneMinutes: number | null
  owner: Named | null
  tags: string[]
  createdFrom: string
}
export type Company = {
  id: Id
  name: string
  domain: string | null
  domains: string[]
  people: number
  relation: Relation
  relationBecause: string
  createdFrom: string
}
export type PersonRow = {
  id: Id
  name: string
  address: string
  company: Named | null
  title: string | null
  relation: Relation
  depth: number
  layer: number | null
  lastAt: Time | null
  lastDirection: Direction | null
  owed: boolean
  theirs: number
  mine: number
  exchange: Stroke[]
}
export type CompanyRow = {
  id: Id
  name: string
  domain: string | null
  people: number
  relation: Relation
  depth: number
  lastAt: Time | null
  lastPerson: string | null
  owed: boolean
  exchange: Stroke[]
}
export type ListFilter = {
  sort?: string
  dir?: 'asc' | 'desc'
  relation?: Relation
  q?: string
  layer?: number
  owed?: boolean
  companyId?: Id
} & Paging
export type Found = {
  people: { id: Id; name: string; company: string | null; address: string }[]
  companies: { id: Id; name: string; domain: string | null }[]
  messages: {
    messageId: Id
    threadId: Id
    subject: string
    snippet: { text: string; marks: [number, number][] }
    from: string
    at: Time
  }[]
}

export type OwedLine = { text: string; since: Time; threadId: Id | null }
export type Standing = {
  firstAt: Time | null
  lastAt: Time | null
  theirs: number
  mine: number
  theyBegan: number
  youBegan: number
  askedYou: number
  youAnswered: number
  askedThem: number
  theyAnswered: number
  yourMedianHours: number | null
  theirMedianHours: number | null
  rhythmDays: number | null
  trend: string | null
  reciprocity: number | null
  unansweredInARow: number
}
export type Relationship = {
  relation: Relation
  relationBecause: string
  relationSource: 'rule' | 'member'
  domain: string | null
  depth: number
  parts: { label: string; points: number; of: number }[]
  layer: number | null
  standing: Standing
  knownBy: { member: Named; depth: number }[]
  exchange: Stroke[]
  owed: { byYou: OwedLine[]; byThem: OwedLine[] }
  ladder: { step: string; reached: boolean; evidence: string }[]
}
export type Share = { answered: number; of: number; open: number }
export type Score = {
  theirs: Share
  yours: { answered: number; of: number; medianHours: number | null }
  known: Share
  fresh: Share
  enough: boolean
  sentence: string
}
export type Capacity = {
  layers: { layer: number; places: number; taken: number; drifting: number }[]
  people: { id: Id; layer: number; drifting: boolean }[]
  sentence: string
}
export type UnsortedDomain = {
  domain: string
  people: number
  mails: number
  sample: string[]
  suggestion: Relation | null
}

export type ThreadState = 'owed-by-me' | 'waiting-for-them' | 'closed' | 'needs-no-reply'
export type ThreadRow = {
  id: Id
  subject: string
  state: ThreadState
  because: string
  people: Named[]
  lastAt: Time
  messages: number
  snippet: string
}
export type Correspondent = { name: string; address: string; personId: Id | null; mine: boolean }
export type Message = {
  id: Id
  at: Time
  zoneMinutes: number | null
  dateUncertain: boolean
  from: Correspondent
  to: Correspondent[]
  cc: Correspondent[]
  kind: string
  kindBecause: string | null
  newText: string
  asks: (Span & { text: string })[]
  foldedQuote: { lines: number; text: string } | null
  foldedSignature: { text: string } | null
  hasHtml: boolean
  attachments: { index: number; name: string; type: string; size: number }[]
  folders: string[]
  subject: string
}
export type Thread = {
  id: Id
  subject: string
  state: ThreadState
  rule: string
  because: string
  visibility: string
  messages: Message[]
}
export type TimelineMail = {
  type: 'mail'
  messageId: Id
  threadId: Id
  at: Time
  direction: Direction
  subject: string
  newText: string
  asks: Span[]
  foldedQuoteLines: number
  kind: string
}
export type NoteKind = 'note' | 'call' | 'meeting' | 'visit'
export type TimelineNote = { type: NoteKind; id: Id; at: Time; text: string; member: Named }
export type TimelineItem = TimelineMail | TimelineNote

export type Skipped = Record<string, number>
export type Sum = {
  found: number
  stored: number
  duplicates: number
  skipped: Skipped
  unreadable: number
  messages: number
}
export type Mailbox = {
  id: Id
  name: string
  kind: string
  visibility: string
  addresses: { address: string; role: 'self' | 'assistant' | 'other' }[]
  sum: Sum
  lastAt: Time | null
}
export type ImportState = 'waiting' | 'reading' | 'cancelled' | 'failed' | 'done' | 'undone'
export type Import = {
  id: Id
  mailboxId?: Id
  state: ImportState
  startedAt: Time
  finishedAt: Time | null
  found: number
  stored: number
  duplicates: number
  skipped: Skipped
  bytesTotal: number
  bytesRead: number
  rate: number | null
  secondsLeft: number | null
  people: number
  companies: number
  threads: number
  error: string | null
  undoable: boolean
}
export type MailboxDetail = Mailbox & {
  folders: {
    name: string
    found: number
    stored: number
    duplicates: number
    skipped: Skipped
    messages: number
  }[]
  imports: Import[]
  proposals: {
    address: string
    mails: number
    proposal: 'yours' | 'assistant' | 'other person'
    because: string
  }[]
}
export type Unreadable = { id: Id; folder: string; position: number; reason: string; size: number }
export type ProposedAddress = { address: string; name: string; mails: number; because: string }
