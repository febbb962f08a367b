import { describe, expect, it } from 'vitest'
import { returnDate } from './auto-reply-return.ts'

const sent = new Date('2001-11-28T10:00:00Z')

describe('the day on which an auto-reply says its writer is back', () => {
  it.each([
    ['I will be back on Monday 3 December.', '2001-12-03'],
    ['I am out of the office until 12/08.', '2001-12-08'],
    ['I will be out of the office and will return on December 10th, 2001.', '2001-12-10'],
    ['Ich bin zurück am 5.1.', '2002-01-05'],
    ['Ich bin bis zum 7. Dezember nicht im Büro.', '2001-12-07'],
    ['Je serai de retour le 3 janvier 2002.', '2002-01-03'],
    ['Back 2001-12-04.', '2001-12-04'],
    ['I am away from the office from 11/26 to 11/30.', '2001-11-30'],
    ['I will return on Monday.', '2001-12-03'],
    ['I will be back in the office tomorrow.', '2001-11-29'],
    ['Estaré de vuelta el 10 de diciembre.', '2001-12-10'],
  ])('is read from "%s"', (text, date) => {
    expect(returnDate(text, sent)).toBe(date)
  })

  it('is in the next year where the day has long passed in this one', () => {
    expect(returnDate('I will be back on January 7.', sent)).toBe('2002-01-07')
  })

  it('is null where none is said, or where it is no day', () => {
    expect(returnDate('I am out of the office. Please call Jane at 713-853-4000.', sent)).toBeNull()
    expect(returnDate('I will be back soon.', sent)).toBeNull()
    expect(returnDate('Back on 31.02.2002.', sent)).toBeNull()
  })

  it('is null for a day without a year in a mail without a date', () => {
    expect(returnDate('I will be back on 12/08.', null)).toBeNull()
  })
})
