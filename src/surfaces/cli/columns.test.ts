import { describe, expect, test } from 'vitest'
import { columns } from './columns.ts'

describe('Columns', () => {
  test('line up, numbers to the right, and the last one goes on below itself', () => {
    const rows = [
      ['1', 'Reply', 'Ann Ash', 'she asked on Tuesday whether the order form is on its way'],
      ['10', 'Follow up', 'Bo', 'no answer for six days'],
    ]
    expect(columns(rows, 50, [0])).toEqual([
      ' 1  Reply      Ann Ash  she asked on Tuesday',
      '                        whether the order form is',
      '                        on its way',
      '10  Follow up  Bo       no answer for six days',
    ])
  })

  test('leave no space at the end of a line, and take rows of any length', () => {
    expect(columns([['a', ''], ['bb'], []])).toEqual(['a', 'bb', ''])
  })

  test('count letters as people do, not as bytes', () => {
    expect(
      columns([
        ['Zoë', 'x'],
        ['🙂', 'y'],
      ]),
    ).toEqual(['Zoë  x', '🙂    y'])
  })
})
