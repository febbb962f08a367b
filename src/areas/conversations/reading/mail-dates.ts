const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** RFC 5322 section 4.3 and the names that mail programs write besides, in minutes east of Greenwich. */
const zones = new Map([
  ['z', 0],
  ['ut', 0],
  ['utc', 0],
  ['gmt', 0],
  ['wet', 0],
  ['bst', 60],
  ['cet', 60],
  ['met', 60],
  ['west', 60],
  ['cest', 120],
  ['mest', 120],
  ['eet', 120],
  ['eest', 180],
  ['msk', 180],
  ['ist', 330],
  ['jst', 540],
  ['kst', 540],
  ['est', -300],
  ['edt', -240],
  ['cst', -360],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
]) // prettier-ignore

/** The ones before are wrong clocks and exports' placeholders (31 Dec 1979): internet mail at work is younger. */
const firstTrustedYear = 1985

/** A date as a header claims it. */
export interface ClaimedDate {
  at: Date
  /** Null where no zone was given, or "-0000" (RFC 5322 section 3.3: no statement about the zone). */
  zoneMinutes: number | null
}

const dayFirst =
  /(\d{1,2})[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{2,4})(?:,?\s+|T)(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:\.\d+)?)?\s*(am|pm)?\s*(.*)$/i
const monthFirst =
  /([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(?:(\d{4}),?\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(am|pm)?\s*(.*)$/i
const isoLike = /(\d{4})-(\d{2})-(\d{2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?\s*(.*)$/
const dayOnly = /(\d{1,2})[\s-]+([a-z]{3,9})[\s-]+(\d{2,4})\s*$/i

/**
 * Reads a Date header: RFC 5322 with its obsolete forms, asctime (the From_ line of an mbox) and ISO 8601.
 * Years of two and three digits as RFC 5322 section 4.3 says. Null where no instant can be made of it.
 */
export function parseMailDate(text: string): ClaimedDate | null {
  const clean = text.slice(0, 200).replace(/\s+/g, ' ').trim()
  let match = dayFirst.exec(clean)
  if (match) return build(fullYear(match[3]), monthOf(match[2]), match[1], match.slice(4, 8), match[8])
  match = monthFirst.exec(clean)
  if (match) {
    const rest = match[8] ?? ''
    const year =
      match[3] ?? /\b(\d{4})\s*$/.exec(rest)?.[1] ?? /\b(\d{4})\b/.exec(rest.replace(/[+-]\d{4}/, ''))?.[1]
    const zone = match[3] ? rest : rest.replace(/\b\d{4}\s*$/, '').trim() || rest.replace(/^\d{4}\s*/, '')
    return build(fullYear(year), monthOf(match[1]), match[2], match.slice(4, 8), zone)
  }
  match = isoLike.exec(clean)
  if (match) {
    return build(Number(match[1]), Number(match[2]) - 1, match[3], [match[4], match[5], match[6]], match[7])
  }
  match = dayOnly.exec(clean)
  if (match) return build(fullYear(match[3]), monthOf(match[2]), match[1], [], '')
  return null
}

/** Whether a claimed instant may be believed at all. Dates in the future are for callers, who know the time. */
export function isTrustedDate(at: Date): boolean {
  return at.getUTCFullYear() >= firstTrustedYear && at.getUTCFullYear() < 10_000
}

function fullYear(text: string | undefined): number {
  const year = Number(text)
  if (text === undefined || Number.isNaN(year)) return Number.NaN
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return text.length === 3 ? 1900 + year : year
}

function monthOf(name: string | undefined): number {
  return months.indexOf((name ?? '').slice(0, 3).toLowerCase())
}

function build(
  year: number,
  month: number,
  dayText: string | undefined,
  clock: (string | undefined)[],
  zoneText: string | undefined,
): ClaimedDate | null {
  const day = Number(dayText)
  let hour = Number(clock[0] ?? 0)
  const minute = Number(clock[1] ?? 0)
  const second = Math.min(59, Number(clock[2] ?? 0))
  const half = clock[3]?.toLowerCase()
  if (half === 'pm' && hour < 12) hour += 12
  if (half === 'am' && hour === 12) hour = 0
  if (!(month >= 0 && month < 12 && day >= 1 && day <= 31 && hour < 25 && minute < 60) || Number.isNaN(year))
    return null
  const zone = zoneOf(zoneText ?? '')
  const at = new Date(0)
  at.setUTCFullYear(year, month, day)
  at.setUTCHours(hour, minute - (zone ?? 0), second)
  return Number.isNaN(at.getTime()) ? null : { at, zoneMinutes: zone }
}

/** Null for no zone, an unknown one, and those that no place on earth has (west of -12:00, east of +14:00). */
function zoneOf(text: string): number | null {
  const numeric = /(?:^|[\s(]|GMT|UTC)([+-])(\d{2}):?(\d{2})/.exec(text)
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3])
    if (numeric[1] === '-' && minutes === 0) return null
    const signed = numeric[1] === '-' ? -minutes : minutes
    return signed >= -720 && signed <= 840 && Number(numeric[3]) < 60 ? signed : null
  }
  const name = /^\(?([A-Za-z]{1,4})\b/.exec(text.trim())
  return zones.get((name?.[1] ?? '').toLowerCase()) ?? null
}
