import type { ItemKind } from './item-shape.ts'
import { type Morning, peopleOn } from './morning.ts'
import { capital, counted } from './number-words.ts'

/** Minutes that a line takes, roughly: reading back, and a few sentences. Ours, to be replaced by the member's own pace. */
const MINUTES: Record<ItemKind, number> = {
  'reply-owed': 6,
  'follow-up-due': 3,
  drifting: 5,
  'warm-contact': 5,
  kit: 5,
}

export interface MorningSentence {
  /** The h1 of Today: "Ten people and a thought, about an hour." */
  title: string
  /** Under the last line. */
  end: string
  /** For an empty list: why nobody waits; null elsewhere. */
  because: string | null
}

/** "about ten minutes", "about half an hour", "about an hour", "about three hours". */
function saidMinutes(minutes: number): string {
  if (minutes <= 7) return 'about five minutes'
  if (minutes <= 12) return 'about ten minutes'
  if (minutes <= 22) return 'about a quarter of an hour'
  if (minutes <= 40) return 'about half an hour'
  if (minutes <= 75) return 'about an hour'
  if (minutes <= 105) return 'about an hour and a half'
  return `about ${counted(Math.round(minutes / 60), 'hour', 'hours')}`
}

/** What is not about a person, by number: a thought, two thoughts. */
const thoughts = (n: number): string => (n === 1 ? 'a thought' : counted(n, 'thought', 'thoughts'))

function emptyBecause({ hidden }: Morning): string {
  const put = [
    hidden.done > 0 ? `${hidden.done} done` : '',
    hidden.snoozed > 0 ? `${hidden.snoozed} snoozed` : '',
    hidden.dismissed > 0 ? `${hidden.dismissed} dismissed` : '',
  ].filter(Boolean)
  return put.length > 0
    ? `${put.join(', ')}; nothing else is due`
    : 'everyone who counts and asked you something has an answer'
}

/** The sentence over the list and the one under it, computed from the list. */
export function morningSentence(list: Morning): MorningSentence {
  const { items, more, hidden } = list
  const left = more.reduce((sum, one) => sum + one.n, 0)
  const end =
    left > 0
      ? `That is all for today. ${capital(counted(left, 'more waits', 'more wait'))} for tomorrow; until then nothing is added, unless someone writes.`
      : 'That is all of it. Nothing more will be added before tomorrow, unless someone writes.'
  if (items.length === 0) {
    // What was put off still waits, so the plain sentence would not be true.
    const isPutOff = hidden.snoozed + hidden.dismissed > 0
    const title = isPutOff ? 'Nobody else is waiting for you.' : 'Nobody is waiting for you.'
    return { title, end, because: emptyBecause(list) }
  }
  const people = peopleOn(items)
  const rest = items.filter((item) => item.person === null).length
  const who = [people > 0 ? counted(people, 'person', 'people') : '', rest > 0 ? thoughts(rest) : ''].filter(
    Boolean,
  )
  const minutes = items.reduce((sum, item) => sum + MINUTES[item.kind], 0)
  return { title: capital(`${who.join(' and ')}, ${saidMinutes(minutes)}.`), end, because: null }
}
