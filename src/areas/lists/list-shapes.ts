import { z } from 'zod'
import { time } from '../../platform/shapes.ts'

export const relationName = z.enum([
  'buyer',
  'customer',
  'partner',
  'colleague',
  'pitch',
  'private',
  'unsorted',
])
/** The last mails as strokes: theirs rise, mine hang. */
export const strokes = z.array(z.object({ at: time, direction: z.enum(['in', 'out']), words: z.number() }))
/** Whose turn it is, as every screen says it. */
export const threadStates = z.enum([
  'owed-by-me',
  'waiting-for-them',
  'not-counted',
  'closed',
  'needs-no-reply',
])
export const direction = z.enum(['in', 'out'])
