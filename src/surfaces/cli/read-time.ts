import { WrongWords } from './command.ts'

/**
 * A moment from the command line as ISO 8601: `2001-05-14` (nine in the morning, when Today is looked at),
 * `2001-05-14T18:30`, with a zone of its own or in the given one.
 */
export function readTime(said: string, timeZone: string): string {
  const [, day, clock, zone] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(Z|[+-]\d{2}:?\d{2})?$/i.exec(
      said.trim(),
    ) ?? []
  const wrong = () =>
    new WrongWords(`--at wants a time, for example 2026-03-04 or 2026-03-04T09:00Z, not ${said}.`)
  if (!day || (zone && !clock)) throw wrong()
  const wall = `${day}T${(clock ?? '09:00').padEnd(8, ':00')}`
  const asUtc = new Date(`${wall}Z`)
  if (Number.isNaN(asUtc.getTime()) || !asUtc.toISOString().startsWith(day)) throw wrong()
  if (zone) return new Date(`${wall}${zone}`).toISOString()
  // Twice, because the offset may change between the guess and the moment.
  let moment = asUtc.getTime() - offsetAt(asUtc.getTime(), timeZone)
  moment = asUtc.getTime() - offsetAt(moment, timeZone)
  return new Date(moment).toISOString()
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment)
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  )
  return wall - Math.floor(moment / 1000) * 1000
}
