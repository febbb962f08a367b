import type { Drift, Zone } from '../relationships/door.ts'
import { counted } from './number-words.ts'
import { ago, saidDay } from './said-time.ts'

/** An open thread behind a status. */
export interface OpenThread {
  threadId: string
  personId: string
  /** Whom the thread is with, as called in a sentence. */
  name: string
  since: Date
}

export interface StatusInput {
  /** A person's given name (or what they are called), or a company's name. */
  name: string
  type: 'person' | 'company'
  /** For a company: how many of its people have mail with us; 1 for a person. */
  people: number
  sent: number
  received: number
  lastMail: Date | null
  owed: readonly OpenThread[]
  waiting: readonly OpenThread[]
  /** For a person; null for a company. */
  drift: Drift | null
  at: Date
  zone: Zone
}

/** The status, and the rows that each of its parts came from. */
export interface StatusLine {
  line: string
  because: { about: 'owed' | 'waiting' | 'mails' | 'last' | 'drift'; text: string; threadIds: string[] }[]
}

type Because = StatusLine['because'][number]

const oldest = (threads: readonly OpenThread[]): OpenThread | undefined =>
  [...threads].sort((a, b) => a.since.getTime() - b.since.getTime() || (a.threadId < b.threadId ? -1 : 1))[0]

function openParts(input: StatusInput): Because[] {
  const { name, type, at, zone } = input
  const parts: Because[] = []
  const say = (about: 'owed' | 'waiting', all: readonly OpenThread[]): void => {
    const threads = all.filter((thread) => thread.since <= at)
    const first = oldest(threads)
    if (!first) return
    const day = saidDay(first.since, at, zone)
    const count = threads.length
    const answers = count === 1 ? 'an answer' : counted(count, 'answer', 'answers')
    const since = `${count === 1 ? '' : ', the first'} since ${day}`
    // A company's answers may be owed to several people: whoever waits longest is named, the others are counted.
    const others = new Set(threads.map((thread) => thread.personId)).size - 1
    const also = others > 0 ? ` and ${counted(others, 'other', 'others')}` : ''
    const whom = `${type === 'person' ? name : first.name}${also}`
    const text =
      about === 'owed' ? `you owe ${whom} ${answers}${since}` : `you wait for ${answers} from ${whom}${since}`
    parts.push({ about, text, threadIds: threads.map((thread) => thread.threadId) })
  }
  say('owed', input.owed)
  say('waiting', input.waiting)
  return parts
}

/**
 * The status of a person or a company in one line, what the boss asks: a template over rows, nothing invented.
 * "You owe Ilse an answer since Thursday; Ilse wrote 13, you 15; last mail four days ago".
 */
export function statusLine(input: StatusInput): StatusLine {
  const { name, type, people, sent, received, lastMail, drift, at, zone } = input
  if (!lastMail || sent + received === 0) {
    return {
      line: `No mail with ${name} yet`,
      because: [{ about: 'mails', text: `no mail with ${name} yet`, threadIds: [] }],
    }
  }
  const parts = openParts(input)
  if (parts.length === 0) parts.push({ about: 'owed', text: `nothing is open with ${name}`, threadIds: [] })
  const whoWrote = type === 'person' ? name : `${counted(people, 'person', 'people')} there`
  const wrote =
    received === 0 ? `${whoWrote} never wrote, you ${sent}` : `${whoWrote} wrote ${received}, you ${sent}`
  parts.push({ about: 'mails', text: wrote, threadIds: [] })
  if (drift?.state === 'drifting') parts.push({ about: 'drift', text: drift.because, threadIds: [] })
  else parts.push({ about: 'last', text: `last mail ${ago(lastMail, at, zone)}`, threadIds: [] })
  const line = parts.map((part) => part.text).join('; ')
  return { line: line.charAt(0).toUpperCase() + line.slice(1), because: parts }
}
