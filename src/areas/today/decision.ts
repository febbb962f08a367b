import { dayNumber, type Zone } from '../relationships/door.ts'
import type { ItemKind } from './item-shape.ts'

/** What a member decided about a line. Undoing removes the decision. */
export interface Decision {
  /** The line's key. */
  key: string
  what: 'done' | 'snoozed' | 'dismissed'
  at: Date
  /** For snoozed: hidden until then, exclusive; null elsewhere. */
  until: Date | null
}

/** The latest decision for each key that was taken by then and still holds. A snooze that ran out holds no more. */
export function decisionsHolding(decisions: readonly Decision[], at: Date): Map<string, Decision> {
  const latest = new Map<string, Decision>()
  for (const decision of decisions) {
    if (decision.at > at) continue
    const before = latest.get(decision.key)
    if (!before || decision.at >= before.at) latest.set(decision.key, decision)
  }
  for (const [key, { what, until }] of latest)
    if (what === 'snoozed' && until && until <= at) latest.delete(key)
  return latest
}

/** Lines decided on that day, by kind: their places stay taken, so that a list ends once it was worked through. */
export function placesUsed(
  holding: ReadonlyMap<string, Decision>,
  at: Date,
  zone: Zone,
): Map<ItemKind, number> {
  const used = new Map<ItemKind, number>()
  const today = dayNumber(at, zone)
  for (const { key, at: then } of holding.values()) {
    if (dayNumber(then, zone) !== today) continue
    const kind = key.slice(0, key.indexOf(':')) as ItemKind
    used.set(kind, (used.get(kind) ?? 0) + 1)
  }
  return used
}
