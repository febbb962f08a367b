import { describe, expect, it } from 'vitest'
import { ago, onSaidDay, saidDay, saidHours } from './said-time.ts'
import { daysAgo, thisMorning } from './today-cases.ts'

const zone = 'Europe/Berlin'

describe('said times', () => {
  it.each([
    [0, 'today', 'today', 'today'],
    [1, 'yesterday', 'yesterday', 'yesterday'],
    [2, 'Sunday', 'on Sunday', 'two days ago'],
    [6, 'Wednesday', 'on Wednesday', 'six days ago'],
    [7, '11 November', 'on 11 November', 'seven days ago'],
    [41, '8 October', 'on 8 October', '41 days ago'],
    [400, '14 October 2024', 'on 14 October 2024', 'in October 2024'],
  ])('says %d days ago as people do', (days, day, on, distance) => {
    const then = daysAgo(days)
    expect([
      saidDay(then, thisMorning, zone),
      onSaidDay(then, thisMorning, zone),
      ago(then, thisMorning, zone),
    ]).toEqual([day, on, distance])
  })

  it('goes by the calendar of the reader', () => {
    const then = new Date('2025-11-17T23:30:00Z')
    expect([saidDay(then, thisMorning, zone), saidDay(then, thisMorning, 'UTC')]).toEqual([
      'today',
      'yesterday',
    ])
  })

  it.each([
    [0.2, 'an hour'],
    [9.4, 'nine hours'],
    [30, '30 hours'],
    [96, 'four days'],
  ])('says %d hours as people do', (hours, said) => expect(saidHours(hours)).toBe(said))
})
