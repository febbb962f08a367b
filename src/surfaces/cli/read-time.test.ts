import { describe, expect, test } from 'vitest'
import { WrongWords } from './command.ts'
import { readTime } from './read-time.ts'

describe('A time on the command line', () => {
  test.each([
    ['2001-05-14', 'America/Chicago', '2001-05-14T14:00:00.000Z'],
    ['2001-05-14', 'UTC', '2001-05-14T09:00:00.000Z'],
    ['2001-05-14 18:30', 'Europe/Berlin', '2001-05-14T16:30:00.000Z'],
    ['2001-05-14T18:30:15', 'Asia/Kolkata', '2001-05-14T13:00:15.000Z'],
    ['2001-05-14T18:30Z', 'Asia/Kolkata', '2001-05-14T18:30:00.000Z'],
    ['2001-05-14T18:30:00-05:00', 'UTC', '2001-05-14T23:30:00.000Z'],
    // the night on which clocks go forward, and the hour that there are two of
    ['2026-03-29T12:00', 'Europe/Berlin', '2026-03-29T10:00:00.000Z'],
    ['2026-10-25T12:00', 'Europe/Berlin', '2026-10-25T11:00:00.000Z'],
  ])('%s in %s is %s', (said, zone, moment) => {
    expect(readTime(said, zone)).toBe(moment)
  })

  test.each(['yesterday', '2026-02-30', '2026-13-01', '14/05/2001', '2001-05-14Z', '', '2001-05-14T25:00'])(
    '%s is refused',
    (said) => {
      expect(() => readTime(said, 'UTC')).toThrow(WrongWords)
    },
  )
})
