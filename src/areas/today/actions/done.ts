import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { done as doneShape } from '../../../platform/shapes.ts'
import { today } from '../area.ts'
import { decide, lineKey } from '../decide.ts'

export const done = today.action('done', {
  about: 'Take a line off Today because it is done; a new mail makes a new line',
  route: 'POST /today/done',
  may: sells,
  input: z.object({ key: lineKey }),
  output: doneShape,
  run: (ctx, { key }) => decide(ctx, key, 'done', null, null),
})
