import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { invalid } from '../../../platform/refusal.ts'
import { done, time } from '../../../platform/shapes.ts'
import { today } from '../area.ts'
import { decide, lineKey } from '../decide.ts'

/** Longer than a year is a dismissal by another name. */
const longest = 366 * 86_400_000

export const snooze = today.action('snooze', {
  about: 'Put a line of Today off until a moment',
  route: 'POST /today/snooze',
  may: sells,
  input: z.object({ key: lineKey, until: time }),
  output: done,
  async run(ctx, { key, until }) {
    const then = new Date(until)
    if (then <= ctx.now) throw invalid('That moment has passed.', 'until')
    if (then.getTime() - ctx.now.getTime() > longest)
      throw invalid('A line can be put off for a year at most.', 'until')
    return decide(ctx, key, 'snoozed', then, null)
  },
})
