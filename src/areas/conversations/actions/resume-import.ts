import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { conflict } from '../../../platform/refusal.ts'
import { done, id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { ownImport } from '../import/import-row.ts'

export const resumeImport = conversations.action('resumeImport', {
  about: 'Go on reading from where it stopped',
  route: 'POST /imports/:importId/resume',
  may: sells,
  input: z.object({ importId: id }),
  output: done,
  async run(ctx, { importId }) {
    const row = await ownImport(ctx, importId, true)
    if (row.state === 'done' || row.state === 'undone')
      throw conflict(`This import is ${row.state}: there is nothing to go on with.`)
    await sql`update conversations.mail_import set state = case when state = 'reading' then state else 'waiting' end, cancel_wanted = false, error = null, finished_at = null
      where workspace_id = ${ctx.actor.workspaceId} and id = ${importId}`.execute(ctx.tx)
    await ctx.later('conversations.readImport', { importId }, { key: `import ${importId}` })
    return { actionId: ctx.actionId }
  },
})
