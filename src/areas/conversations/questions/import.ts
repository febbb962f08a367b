import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { ownImport } from '../import/import-row.ts'
import { figuresOf, importFigures } from './import-figures.ts'

export const importQuestion = conversations.question('import', {
  about: 'How far an import is: its sums, rate and time left',
  route: 'GET /imports/:importId',
  may: sells,
  input: z.object({ importId: id }),
  output: importFigures,
  run: async (ctx, { importId }) => figuresOf(await ownImport(ctx, importId)),
})
