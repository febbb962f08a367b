import { dayNumber, type Zone } from './business-days.ts'
import type { Standing } from './standing.ts'

export interface Drift {
  /** `lost` after a year: then it is no longer a pause. `no rhythm` where too little is known to say. */
  state: 'in touch' | 'drifting' | 'lost' | 'no rhythm'
  /** Whole calendar days since either wrote, or the two spoke. */
  quietDays: number
  /** From how many quiet days on the two of them drift; null without a rhythm. */
  afterDays: number | null
  /** One line, lower case at its start: "41 days quiet; the two of you have never gone past 30". */
  because: string
}

/** No pause under two weeks is drifting: holidays are that long. */
const SHORTEST = 14
/** After a year it is no longer a pause. */
export const LONGEST_PAUSE = 365
const ACTIVE_DAYS = 5
/** A rhythm needs to be seen over twice the shortest pause: five mails in one busy week are no rhythm. */
const SEEN_OVER_DAYS = 28

const days = (n: number): string => (n === 1 ? 'one day' : `${n} days`)

/**
 * Whether two people drift apart by their own measure: quiet for longer than a quarter above the longest pause they
 * ever had, or than twice what four in five of their pauses stayed within; never before 14 days, and lost after a year.
 * It needs five days of contact over four weeks. Any contact of either side resets it, a call or a visit too
 * (`lastSpoken`).
 */
export function driftOf(s: Standing, at: Date, zone: Zone = 'UTC', lastSpoken: Date | null = null): Drift {
  if (!s.lastTouch) return { state: 'no rhythm', quietDays: 0, afterDays: null, because: 'no mail yet' }
  const last = lastSpoken && lastSpoken > s.lastTouch ? lastSpoken : s.lastTouch
  const quietDays = Math.max(0, dayNumber(at, zone) - dayNumber(last, zone))
  if (!s.rhythm || s.activeDays < ACTIVE_DAYS || s.rhythm.spanDays < SEEN_OVER_DAYS) {
    const because = `${days(quietDays)} quiet; too few days of contact to know your rhythm`
    return { state: 'no rhythm', quietDays, afterDays: null, because }
  }
  const { maxDays, p80Days, gaps } = s.rhythm
  const afterDays = Math.max(SHORTEST, Math.min(maxDays * 1.25, p80Days * 2))
  const usual =
    quietDays > maxDays
      ? `the two of you have never gone past ${maxDays}`
      : `four in five of your ${gaps} pauses stayed within ${Math.ceil(p80Days)}`
  const because = `${days(quietDays)} quiet; ${usual}`
  if (quietDays > LONGEST_PAUSE) return { state: 'lost', quietDays, afterDays, because }
  return { state: quietDays > afterDays ? 'drifting' : 'in touch', quietDays, afterDays, because }
}
