import type { Bounce } from './judgement-shape.ts'

/** Reports that are no failure: the mail arrived, or somebody complained of it. */
const arrived = new Set(['delivered', 'feedback'])

/**
 * Whether a report says that the mail did not arrive. A passing fault (RFC 3463 class 4) is a delay: the mail system
 * still tries, and says so once more when it gives up.
 */
export const deliveryFailed = (bounce: Bounce): boolean =>
  !arrived.has(bounce.reason) && (bounce.permanent || !(bounce.status ?? '').startsWith('4.'))
