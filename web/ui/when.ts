const DAY = 86_400_000

/** How instants are said: the words' language, the figures' language, the zone they are read in, and now. */
export type Reading = { words: string; figures: string; zone: string | undefined; now: Date }

/** The languages of a reader: days as the server's sentences say them, figures as the reader writes them. */
export function languagesOf(preferred: readonly string[]): { words: string; figures: string } {
  return { words: 'en-GB', figures: preferred[0] ?? 'en-GB' }
}

function parts(at: Date, r: Reading, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(r.words, { ...(r.zone ? { timeZone: r.zone } : {}), ...options }).format(at)
}

/** The calendar day in the reader's zone, as 2026-11-22. */
export function dayKey(at: Date, zone?: string): string {
  return new Intl.DateTimeFormat('en-CA', { ...(zone ? { timeZone: zone } : {}), dateStyle: 'short' }).format(
    at,
  )
}

/** "07:51", in the reader's zone or another. */
export function clockOf(iso: string, r: Reading, zone?: string): string {
  return parts(new Date(iso), zone ? { ...r, zone } : r, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

/** As a colleague says it: "07:51" today, "Thu 07:51" this week, "8 Oct" this year, "8 Oct 2024" before. */
export function saidWhen(iso: string, r: Reading): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return 'no date'
  if (dayKey(at, r.zone) === dayKey(r.now, r.zone)) return clockOf(iso, r)
  const age = r.now.getTime() - at.getTime()
  if (age > 0 && age < 6 * DAY) return `${parts(at, r, { weekday: 'short' })} ${clockOf(iso, r)}`
  return saidDay(iso, r)
}

/** The day alone: "8 Oct", with the year when it is not this one. */
export function saidDay(iso: string, r: Reading): string {
  const at = new Date(iso)
  const sameYear = parts(at, r, { year: 'numeric' }) === parts(r.now, r, { year: 'numeric' })
  return parts(at, r, { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })
}

/** "Thursday 12 June", with the year when it is not this one. */
export function saidDayInFull(iso: string, r: Reading): string {
  const at = new Date(iso)
  const sameYear = parts(at, r, { year: 'numeric' }) === parts(r.now, r, { year: 'numeric' })
  const day = parts(at, r, { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) })
  return `${parts(at, r, { weekday: 'long' })} ${day}`
}

/** "Thursday, 12 June 2025, 07:51" for a title that is read on hover. */
export function saidInFull(iso: string, r: Reading): string {
  const day = parts(new Date(iso), r, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return `${day}, ${clockOf(iso, r)}`
}

/** "Jun" or "Jun 2024": a label under a picture. */
export function saidMonth(at: Date, r: Reading, withYear = false): string {
  return parts(at, r, { month: 'short', ...(withYear ? { year: 'numeric' } : {}) })
}

/** Whole days between two instants, at least nought. */
export function daysSince(iso: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - new Date(iso).getTime()) / DAY))
}

/** "today", "1 day", "4 days". */
export function saidAge(iso: string, now: Date): string {
  const days = daysSince(iso, now)
  return days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`
}

/** How long something is quiet, on one short line: "41 days", and from two months on "since Oct" or "since Feb 2002". */
export function saidQuiet(iso: string, r: Reading): string {
  if (daysSince(iso, r.now) <= 60) return saidAge(iso, r.now)
  const at = new Date(iso)
  return `since ${saidMonth(at, r, parts(at, r, { year: 'numeric' }) !== parts(r.now, r, { year: 'numeric' }))}`
}

/** A length of time from seconds: "40 seconds", "4 minutes", "2 hours", "3 days". */
export function saidLength(seconds: number): string {
  if (seconds < 90) return many(Math.max(1, Math.round(seconds)), 'second', 'seconds')
  if (seconds < 5400) return many(Math.round(seconds / 60), 'minute', 'minutes')
  if (seconds < 48 * 3600) return many(Math.round(seconds / 3600), 'hour', 'hours')
  return many(Math.round(seconds / 86_400), 'day', 'days')
}

/** "1 mail", "1,204 mails". */
export function many(count: number, one: string, several: string, figures?: string): string {
  return `${new Intl.NumberFormat(figures).format(count)} ${count === 1 ? one : several}`
}

/** "1,204", or "10,000 or more" where it was not counted further. */
export function saidCount({ n, orMore }: { n: number; orMore: boolean }, figures?: string): string {
  return `${new Intl.NumberFormat(figures).format(n)}${orMore ? ' or more' : ''}`
}

const WORDS = 'No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ')

/** Numbers to twelve as words that begin a sentence, figures beyond. */
export function inWords(count: number, figures?: string): string {
  return WORDS[count] ?? new Intl.NumberFormat(figures).format(count)
}

/** "3.4 MB" from bytes; powers of 1,000, as file managers count. */
export function saidSize(bytes: number, figures?: string): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  const digits = step === 0 || value >= 100 ? 0 : 1
  return `${new Intl.NumberFormat(figures, { maximumFractionDigits: digits }).format(value)} ${units[step]}`
}
