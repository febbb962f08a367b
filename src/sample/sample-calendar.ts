import type { SamplePerson } from './sample-shape.ts'

const minute = 60_000
const day = 86_400_000
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The last Sunday of a month at 01:00 UTC, when European clocks change (Directive 2000/84/EC). */
function clockChange(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1))
  return last.getTime() - last.getUTCDay() * day
}

/** Minutes that a zone is ahead of UTC at an instant. */
export function zoneMinutes(zone: SamplePerson['zone'], at: Date): number {
  if (typeof zone === 'number') return zone
  const year = at.getUTCFullYear()
  const summer = at.getTime() >= clockChange(year, 2) && at.getTime() < clockChange(year, 9)
  return (zone === 'cph' ? 60 : 0) + (summer ? 60 : 0)
}

/** An instant moved so that its UTC fields read as the wall clock in Copenhagen, where Loomwright sits. */
function wallInCopenhagen(at: Date): Date {
  return new Date(at.getTime() + zoneMinutes('cph', at) * minute)
}

/** The day `workdays` workdays after (or, negative, before) the Copenhagen day of `at`, as midnight UTC. */
export function workdayFrom(at: Date, workdays: number): Date {
  const wall = wallInCopenhagen(at)
  let time = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate())
  const step = workdays < 0 ? -1 : 1
  let left = Math.abs(workdays)
  while (left > 0) {
    time += step * day
    const weekday = new Date(time).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left--
  }
  return new Date(time)
}

/**
 * The instant that a storyline's clock names, seen from `now`: "b4 09:04" is 09:04 on the writer's wall, four
 * workdays before the day of `now`; "m90" is 90 minutes before `now`.
 */
export function sampleInstant(now: Date, at: string, zone: SamplePerson['zone']): Date {
  const minutesAgo = /^m(\d+)$/.exec(at)
  if (minutesAgo) return new Date(now.getTime() - Number(minutesAgo[1]) * minute)
  const clock = /^b(\d+) (\d\d):(\d\d)$/.exec(at)
  if (!clock) throw new RangeError(`not a time of a storyline: ${at}`)
  const midnight = workdayFrom(now, -Number(clock[1])).getTime()
  const wall = midnight + (Number(clock[2]) * 60 + Number(clock[3])) * minute
  return new Date(wall - zoneMinutes(zone, new Date(wall)) * minute)
}

/** "Thursday" for the Copenhagen day that lies `workdays` workdays from `at`. */
export function weekdayName(at: Date, workdays: number): string {
  return weekdays[workdayFrom(at, workdays).getUTCDay()] ?? ''
}

/** "3 June" for the Copenhagen day that lies `workdays` workdays from `at`. */
export function dayAndMonth(at: Date, workdays: number): string {
  const date = workdayFrom(at, workdays)
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]}`
}

const two = (n: number) => String(n).padStart(2, '0')

/** A date as RFC 5322 writes it, by the writer's own clock: "Thu, 12 Nov 2026 07:51:09 +0100". */
export function mailDate(at: Date, zone: SamplePerson['zone']): string {
  const offset = zoneMinutes(zone, at)
  const wall = new Date(at.getTime() + offset * minute)
  const sign = offset < 0 ? '-' : '+'
  const ahead = Math.abs(offset)
  const clock = `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}:${two(wall.getUTCSeconds())}`
  const date = `${wall.getUTCDate()} ${months[wall.getUTCMonth()]?.slice(0, 3)} ${wall.getUTCFullYear()}`
  const weekday = weekdays[wall.getUTCDay()]?.slice(0, 3)
  return `${weekday}, ${date} ${clock} ${sign}${two(Math.floor(ahead / 60))}${two(ahead % 60)}`
}

/** Puts dates into a text: {+3} a weekday, {on+3} a date, counted in workdays from `at`. */
export function fillDates(text: string, at: Date): string {
  return text
    .replace(/\{([+-]\d+)\}/g, (_, workdays) => weekdayName(at, Number(workdays)))
    .replace(/\{on([+-]\d+)\}/g, (_, workdays) => dayAndMonth(at, Number(workdays)))
}
