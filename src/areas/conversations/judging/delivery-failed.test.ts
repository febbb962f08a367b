import { expect, test } from 'vitest'
import { deliveryFailed } from './delivery-failed.ts'
import type { Bounce } from './judgement-shape.ts'

const bounce = (more: Partial<Bounce>): Bounce => ({
  recipient: 'ann@a.example',
  status: null,
  permanent: false,
  reason: 'undefined',
  ...more,
})

test.each([
  ['an unknown mailbox', bounce({ status: '5.1.1', permanent: true, reason: 'userunknown' }), true],
  ['a report without a status', bounce({ reason: 'userunknown' }), true],
  ['a delay', bounce({ status: '4.4.1', reason: 'expired' }), false],
  ['a delivery', bounce({ status: '2.0.0', reason: 'delivered' }), false],
  ['a complaint', bounce({ reason: 'feedback' }), false],
])('Of %s it is told whether the mail failed', (_what, said, failed) =>
  expect(deliveryFailed(said)).toBe(failed),
)
