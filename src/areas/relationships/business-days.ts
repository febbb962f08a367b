/** A time zone: an IANA name ("Europe/Berlin"), or minutes east of UTC as a mail's Date header states them. */
export type Zone = string | number

const DAY = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** True for a name that the platform knows; a number counts where a clock can be set to it. */
export function isZone(zone: unknown): zone is Zone {
  if (typeof zone === 'number') return Number.isFinite(zone) && Math.abs(zone) <= 18 * 60
  if (typeof zone !== 'string') return false
  try {
    formatOf(zone)
    return true
  } catch {
    return false
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    const number = '2-digit'
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: number,
      day: number,
      hour: number,
      minute: number,
      second: number,
    })
    formats.set(zone, format)
  }
  return format
}

/** Asks the platform for the offset: some microseconds, which a mailbox of a million mails would feel. */
function readOffset(ms: number, zone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(ms)) part[type] = Number(value)
  const wall = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second)
  return wall - Math.floor(ms / 1000) * 1000
}

/** Offsets of whole UTC days by zone, null for a day on which the clock changes. Facts, so they never go stale. */
const dayOffsets = new Map<string, number | null>()
const MOST_DAYS = 50_000

function offsetOfDay(day: number, zone: string): number | null {
  const key = `${zone} ${day}`
  const held = dayOffsets.get(key)
  if (held !== undefined) return held
  const first = readOffset(day * DAY, zone)
  const offset = readOffset((day + 1) * DAY, zone) === first ? first : null
  if (dayOffsets.size >= MOST_DAYS) dayOffsets.clear()
  dayOffsets.set(key, offset)
  return offset
}

/** Milliseconds to add to UTC to get the wall clock in that zone at that moment. */
function offsetAt(ms: number, zone: Zone): number {
  if (typeof zone === 'number') return zone * 60_000
  if (zone === 'UTC') return 0
  return offsetOfDay(Math.floor(ms / DAY), zone) ?? readOffset(ms, zone)
}

/** The wall clock as if it were UTC, in milliseconds. */
const wallOf = (at: Date, zone: Zone): number => at.getTime() + offsetAt(at.getTime(), zone)

/** The moment when the zone's clock shows that wall time; an hour that a clock skips is read as the hour after. */
function momentOf(wall: number, zone: Zone): Date {
  const before = wall - offsetAt(wall - DAY, zone)
  const after = wall - offsetAt(wall + DAY, zone)
  if (before + offsetAt(before, zone) === wall) return new Date(before)
  if (after + offsetAt(after, zone) === wall) return new Date(after)
  return new Date(Math.max(before, after))
}

/** The days since 1 January 1970 on the zone's calendar. */
export const dayNumber = (at: Date, zone: Zone): number => Math.floor(wallOf(at, zone) / DAY)

/** The moment when a day (as dayNumber counts them) begins in that zone. */
export const startOfDay = (day: number, zone: Zone): Date => momentOf(day * DAY, zone)

/** The calendar day in that zone, as YYYY-MM-DD. */
export const dayIn = (at: Date, zone: Zone): string => dayName(dayNumber(at, zone))

const dayName = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** 0 is Monday, 6 is Sunday. 1 January 1970 was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7

/** Days that are no business days although they fall on Monday to Friday, as YYYY-MM-DD. */
export type Holidays = ReadonlySet<string>

const NONE: Holidays = new Set()

/** Monday to Friday, and no holiday. */
const isWorkday = (day: number, holidays: Holidays): boolean =>
  weekday(day) < 5 && (holidays.size === 0 || !holidays.has(dayName(day)))

/** Mondays to Fridays in the days 0..day (exclusive), counted from a Monday long before. */
const weekdaysBefore = (day: number): number => {
  const sinceMonday = day + 3
  return Math.floor(sinceMonday / 7) * 5 + Math.min(weekday(day), 5)
}

/**
 * Business days from one moment to another as a person counts them: the day of `from` does not count, the day of `to`
 * does. Monday 16:00 to Thursday 09:00 is 3. Friday to Saturday or Sunday is 0. Negative where `to` is earlier.
 */
export function businessDaysBetween(from: Date, to: Date, zone: Zone, holidays: Holidays = NONE): number {
  if (to < from) return -businessDaysBetween(to, from, zone, holidays)
  const [first, last] = [dayNumber(from, zone), dayNumber(to, zone)]
  let count = weekdaysBefore(last + 1) - weekdaysBefore(first + 1)
  for (const holiday of holidays) {
    const day = Date.parse(`${holiday}T00:00:00Z`) / DAY
    if (day > first && day <= last && weekday(day) < 5) count--
  }
  return count
}

/**
 * The moment `count` (0 or more) business days later, at the same time of day in that zone, over changes of the clock
 * too. From a Saturday, one business day later is Monday.
 */
export function addBusinessDays(from: Date, count: number, zone: Zone, holidays: Holidays = NONE): Date {
  if (count <= 0) return from
  const wall = wallOf(from, zone)
  let day = Math.floor(wall / DAY)
  for (let left = count; left > 0; ) if (isWorkday(++day, holidays)) left--
  return momentOf(day * DAY + (wall - Math.floor(wall / DAY) * DAY), zone)
}
