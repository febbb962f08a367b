import { dayIn, dayNumber, type Zone } from '../relationships/door.ts'
import { counted } from './number-words.ts'

const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** "12 June", and "12 June 2001" where the year is not that of `at`. */
function calendarDay(then: Date, at: Date, zone: Zone): string {
  const [year = '', month = '1', day = '1'] = dayIn(then, zone).split('-')
  const said = `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''}`
  return year === dayIn(at, zone).slice(0, 4) ? said : `${said} ${year}`
}

/** A past day as people say it: "today", "yesterday", "Thursday" (up to six days back), "12 June", "12 June 2001". */
export function saidDay(then: Date, at: Date, zone: Zone): string {
  const day = dayNumber(then, zone)
  const ago = dayNumber(at, zone) - day
  if (ago === 0) return 'today'
  if (ago === 1) return 'yesterday'
  if (ago > 1 && ago < 7) return WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? ''
  return calendarDay(then, at, zone)
}

/** As saidDay with the word that goes before it in a sentence: "on Thursday", "yesterday", "on 12 June". */
export function onSaidDay(then: Date, at: Date, zone: Zone): string {
  const said = saidDay(then, at, zone)
  return said === 'today' || said === 'yesterday' ? said : `on ${said}`
}

/** "March 2001". */
export function saidMonth(then: Date, zone: Zone): string {
  const [year = '', month = '1'] = dayIn(then, zone).split('-')
  return `${MONTHS[Number(month) - 1] ?? ''} ${year}`
}

/** "today", "yesterday", "four days ago", "41 days ago"; from a year on "in March 2001". */
export function ago(then: Date, at: Date, zone: Zone): string {
  const days = dayNumber(at, zone) - dayNumber(then, zone)
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  return days > 365 ? `in ${saidMonth(then, zone)}` : `${counted(days, 'day', 'days')} ago`
}

/** A length of time as people say it: "an hour", "nine hours", "four days". Hours up to two days. */
export function saidHours(hours: number): string {
  const whole = Math.round(hours)
  if (whole <= 1) return 'an hour'
  return whole < 48 ? counted(whole, 'hour', 'hours') : counted(Math.round(hours / 24), 'day', 'days')
}
