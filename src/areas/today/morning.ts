import { counts, type Relation } from '../relationships/door.ts'
import { decisionsHolding, placesUsed } from './decision.ts'
import type { Item, ItemKind } from './item-shape.ts'
import {
  businessDaysWaited,
  type Candidate,
  type MorningInput,
  personOf,
  toLine,
} from './morning-candidates.ts'
import { byRank } from './rank-score.ts'
import { isDayZero } from './warm-contact.ts'

/** The list of one morning, whole. */
export interface Morning {
  at: Date
  items: Item[]
  /** Lines over today's number of their kind; they come when there is room. */
  more: { kind: ItemKind; n: number; because: string }[]
  /** Whose mail does not count and who still waits for an answer: one folded line, by relation. */
  folded: { relation: Relation; people: number; asks: number }[]
  hidden: { done: number; snoozed: number; dismissed: number }
}

/** How many lines of a kind a morning holds. What is owed by me is never cut. */
export const PLACES: Record<ItemKind, number> = {
  'reply-owed': Number.POSITIVE_INFINITY,
  'follow-up-due': 7,
  drifting: 5,
  'warm-contact': 20,
  kit: 2,
}

/** A follow-up is due from the third business day, and too late to be one after eight weeks of them. */
export const FOLLOW_UP_DAYS = { from: 3, to: 40 }

const PLURAL: Record<ItemKind, [string, string]> = {
  'reply-owed': ['answer owed', 'answers owed'],
  'follow-up-due': ['follow-up', 'follow-ups'],
  drifting: ['person drifting', 'people drifting'],
  'warm-contact': ['warm contact', 'warm contacts'],
  kit: ['piece of the kit', 'pieces of the kit'],
}

/** Whose waiting mail counts for nothing here, folded by relation. */
function fold(input: MorningInput): Morning['folded'] {
  const others = input.owed.filter((owed) => owed.askedAt <= input.at && !counts(owed.relation))
  return [...Map.groupBy(others, (owed) => owed.relation)]
    .map(([relation, owed]) => ({
      relation,
      people: new Set(owed.map((one) => one.person.id)).size,
      asks: owed.length,
    }))
    .sort((a, b) => b.asks - a.asks || (a.relation < b.relation ? -1 : 1))
}

/** All that could stand on the list: due, of people who count, and a person only for the most pressing of its kinds. */
function due(input: MorningInput): Candidate[] {
  const { at } = input
  const owed = input.owed.filter((one) => one.askedAt <= at && counts(one.relation))
  const owedTo = new Set(owed.map((one) => one.person.id))
  const waiting = input.waiting.filter((one) => {
    if (one.askedAt > at || !counts(one.relation) || owedTo.has(one.person.id)) return false
    const days = businessDaysWaited(one, input)
    return days >= FOLLOW_UP_DAYS.from && days <= FOLLOW_UP_DAYS.to
  })
  const waitedFor = new Set(waiting.map((one) => one.person.id))
  const drifting = input.drifting.filter((one) => {
    const isNear = one.layer !== null && one.drift.state === 'drifting' && one.lastTouch <= at
    return isNear && counts(one.relation) && !owedTo.has(one.person.id) && !waitedFor.has(one.person.id)
  })
  const taken = new Set([...owedTo, ...waitedFor, ...drifting.map((one) => one.person.id)])
  const isStart = isDayZero({ lastMailAt: input.lastMailAt, lastAskedAt: input.lastAskedAt }, at)
  const warm = isStart ? input.warm.filter((one) => !taken.has(one.person.id)) : []
  return [
    ...owed.map((of): Candidate => ({ kind: 'reply-owed', of })),
    ...waiting.map((of): Candidate => ({ kind: 'follow-up-due', of })),
    ...drifting.map((of): Candidate => ({ kind: 'drifting', of })),
    ...warm.map((of): Candidate => ({ kind: 'warm-contact', of })),
    ...input.kit.map((of): Candidate => ({ kind: 'kit', of })),
  ]
}

/**
 * The list of a morning: ranked, finite, each line with its because. Everything that somebody who counts asked of the
 * member and that has no answer is on it, never cut; the other kinds have a number of places (PLACES), and `more` says
 * what did not fit. A decision hides the line with its key until a new mail makes a new one,
 * and keeps its place for the rest of the day: nothing moves up into it before tomorrow. Nothing after `at` is
 * looked at, decisions included. The same input gives the same list, whatever its order.
 */
export function morning(input: MorningInput): Morning {
  const decided = decisionsHolding(input.decisions, input.at)
  const hidden = { done: 0, snoozed: 0, dismissed: 0 }
  const used = placesUsed(decided, input.at, input.zone)
  const over = new Map<ItemKind, number>()
  const items: Item[] = []
  const lines = due(input).map((candidate) => toLine(candidate, input))
  // Two candidates for one line: the more pressing one stands.
  const unique = [...Map.groupBy(lines.sort(byRank), (line) => line.key).values()].flatMap(
    ([first]) => first ?? [],
  )
  for (const line of unique) {
    const decision = decided.get(line.key)
    if (decision) {
      hidden[decision.what]++
      continue
    }
    const count = (used.get(line.kind) ?? 0) + 1
    if (count > PLACES[line.kind]) over.set(line.kind, (over.get(line.kind) ?? 0) + 1)
    else {
      used.set(line.kind, count)
      items.push({ ...line, rank: items.length + 1 })
    }
  }
  const more = [...over].map(([kind, n]) => {
    const [one, many] = PLURAL[kind]
    return { kind, n, because: `${n} more ${n === 1 ? one : many} tomorrow; a morning holds ${PLACES[kind]}` }
  })
  return { at: input.at, items, more, folded: fold(input), hidden }
}

/** How many people a list of lines is about. */
export const peopleOn = (items: readonly Item[]): number => new Set(items.flatMap(personOf)).size
