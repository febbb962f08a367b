import { describe, expect, it } from 'vitest'
import { addressedNames } from './addressed-by-name.ts'

describe('the names in a salutation', () => {
  it.each([
    ['Phillip,\n\nthe report is done.', ['phillip']],
    ['Hi Ilse - the form is attached.', ['ilse']],
    ['Dear Mr Quillan,\n\nthank you.', ['quillan']],
    ['Jane/Bob:\n\nsee below.', ['jane', 'bob']],
    ['Frank & Hector,\nHere is the list.', ['frank', 'hector']],
    ['Phillip, can you call?', ['phillip']],
    ['Liebe Frau Brandt,\n\nanbei', ['brandt']],
    ['Good morning Kim!\nAll set.', ['kim']],
  ])('of %j are %j', (text, names) => {
    expect(addressedNames(text)).toEqual(names)
  })

  it.each([
    'Hi all,\n\nthe office is closed.',
    'Thanks, I will call.',
    'Yes, please do.',
    'The report is done.',
    'However, we need the form.',
    'Hello,\n\nthe form.',
    '',
  ])('of %j are none', (text) => {
    expect(addressedNames(text)).toEqual([])
  })
})
