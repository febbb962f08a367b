import { expect, test } from 'vitest'
import { roles } from '../actor.ts'
import { lesserRole } from './lesser-role.ts'

test('Of two roles it is the one that may do less, in whichever order, and never a third', () => {
  for (const one of roles)
    for (const other of roles) {
      expect(lesserRole(one, other)).toBe(lesserRole(other, one))
      expect([one, other]).toContain(lesserRole(one, other))
    }
  expect(lesserRole('owner', 'rep')).toBe('rep')
  expect(lesserRole('viewer', 'specialist')).toBe('specialist')
})
