import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { conflict } from '../../../platform/refusal.ts'
import { done, id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { importMoved } from '../facts.ts'
import { ownImport } from '../import/import-row.ts'

export const cancelImport = conversations.action('cancelImport', {
  about: 'Stop reading; what was read stays, and it can be gone on with',
  route: 'POST /imports/:importId/cancel',
  may: sells,
  input: z.object({ importId: id }),
  output: done,
  async run(ctx, { importId }) {
    const row = await ownImport(ctx, importId, true)
    if (!['waiting', 'reading', 'stopped'].includes(row.state))
      throw conflict(`This import is ${row.state}: there is nothing to stop.`)
    // a program that was killed left it as being read, and will not hear of the wish
    const { rows } = await sql<{
      idle: boolean
    }>`select pg_try_advisory_xact_lock(727200, hashtext(${importId})) as idle`.execute(ctx.tx)
    await sql`update conversations.mail_import set cancel_wanted = true,
      state = case when state = 'reading' and not ${rows[0]?.idle ?? false}::bool then state else 'cancelled' end
      where workspace_id = ${ctx.actor.workspaceId} and id = ${importId}`.execute(ctx.tx)
    ctx.tell(importMoved, { importId, mailboxId: row.mailboxId, state: 'cancelled' }, row.memberId)
    return { actionId: ctx.actionId }
  },
})
