import { describe, expect, it } from 'vitest'
import { morningIn, snoozeChoices } from './snooze-until.ts'

describe('snoozing until a morning', () => {
  const tuesday = new Date('2025-11-18T07:42:00Z')

  it('wakes at eight on the clock of the member, not of the machine', () => {
    expect(morningIn(1, tuesday, 'Europe/Berlin').toISOString()).toBe('2025-11-19T07:00:00.000Z')
    expect(morningIn(1, tuesday, 'America/New_York').toISOString()).toBe('2025-11-19T13:00:00.000Z')
  })

  it('stays at eight over the night when the clocks change', () => {
    const saturday = new Date('2025-10-25T09:00:00Z')
    expect(morningIn(1, saturday, 'Europe/Berlin').toISOString()).toBe('2025-10-26T07:00:00.000Z')
  })

  it('offers three different mornings on every day of the week, all ahead of now', () => {
    for (let day = 0; day < 7; day++) {
      const now = new Date(tuesday.getTime() + day * 86_400_000)
      const choices = snoozeChoices(now, 'Europe/Berlin', 'en-GB')
      expect(new Set(choices.map((choice) => choice.until.getTime())).size).toBe(3)
      expect(new Set(choices.map((choice) => choice.label)).size).toBe(3)
      expect(choices[2]?.until.getUTCDay()).toBe(1)
      expect([0, 6]).not.toContain(choices[1]?.until.getUTCDay())
      for (const choice of choices) expect(choice.until.getTime()).toBeGreaterThan(now.getTime())
    }
  })
})
