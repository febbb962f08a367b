/** One choice of the snooze menu: what it says and the instant that it means. */
export type SnoozeChoice = { label: string; until: Date }

const DAY = 86_400_000

/** How far the zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: Date, zone: string | undefined): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...(zone ? { timeZone: zone } : {}),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const seen = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  )
  return seen - Math.floor(at.getTime() / 1000) * 1000
}

/** Eight in the morning of the day `days` from now, on the member's own clock. */
export function morningIn(days: number, now: Date, zone?: string): Date {
  const local = new Date(now.getTime() + offsetAt(now, zone))
  const wanted = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), 8) + days * DAY
  const guess = new Date(wanted - offsetAt(new Date(wanted), zone))
  return new Date(wanted - offsetAt(guess, zone))
}

/** The three mornings that the menu offers: tomorrow; three days on, but no weekend; the Monday after that. */
export function snoozeChoices(now: Date, zone: string | undefined, words: string): SnoozeChoice[] {
  const weekday = new Date(now.getTime() + offsetAt(now, zone)).getUTCDay()
  const onDay = (days: number) => (weekday + days) % 7
  const later = onDay(3) === 6 ? 5 : onDay(3) === 0 ? 4 : 3
  const monday = later + ((8 - onDay(later)) % 7 || 7)
  const inZone = zone ? { timeZone: zone } : {}
  return [1, later, monday].map((days) => {
    const until = morningIn(days, now, zone)
    const name = new Intl.DateTimeFormat(words, { ...inZone, weekday: 'long' }).format(until)
    const date = new Intl.DateTimeFormat(words, { ...inZone, day: 'numeric', month: 'long' }).format(until)
    const said = days === 1 ? 'Tomorrow' : days < 7 ? name : `${name} ${date}`
    return { label: `${said}, 08:00`, until }
  })
}
