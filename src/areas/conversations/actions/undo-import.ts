import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { conflict } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { ownImport } from '../import/import-row.ts'
import { takeImportBack } from '../import/take-import-back.ts'

export const undoImport = conversations.action('undoImport', {
  about: 'Take an import back whole: its mails, and the people who came with it and nothing else',
  route: 'POST /imports/:importId/undo',
  may: sells,
  input: z.object({ importId: id }),
  output: z.object({ actionId: id, messages: z.number(), people: z.number(), peopleKept: z.number() }),
  async run(ctx, { importId }) {
    const row = await ownImport(ctx, importId, true)
    if (row.state === 'reading') throw conflict('This import is being read.', 'Stop it first.')
    if (row.state === 'undone') throw conflict('This import was taken back already.')
    return { actionId: ctx.actionId, ...(await takeImportBack(ctx, row)) }
  },
})
