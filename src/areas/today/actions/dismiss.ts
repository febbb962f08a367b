import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { done } from '../../../platform/shapes.ts'
import { today } from '../area.ts'
import { decide, lineKey } from '../decide.ts'

export const dismiss = today.action('dismiss', {
  about: 'Take a line off Today for good, with the reason why',
  route: 'POST /today/dismiss',
  may: sells,
  input: z.object({ key: lineKey, reason: z.string().trim().min(1, 'say why').max(500) }),
  output: done,
  run: (ctx, { key, reason }) => decide(ctx, key, 'dismissed', null, reason),
})
