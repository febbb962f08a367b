import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { conflict } from '../../../platform/refusal.ts'
import { done } from '../../../platform/shapes.ts'
import { sampleOwner } from '../../../sample/sample-mails.ts'
import { conversations } from '../area.ts'
import { mailReread } from '../facts.ts'
import { type ImportRow, ownImport } from '../import/import-row.ts'
import { takeImportBack } from '../import/take-import-back.ts'

export const removeSample = conversations.action('removeSample', {
  about: 'Take the sample world out again, whole',
  route: 'POST /sample/remove',
  may: sells,
  input: z.object({}),
  output: done,
  async run(ctx) {
    const { workspaceId, memberId } = ctx.actor
    const { rows } = await sql<ImportRow>`select i.* from conversations.mail_import i
      join conversations.mailbox b on b.workspace_id = i.workspace_id and b.id = i.mailbox_id and b.kind = 'sample'
      where i.workspace_id = ${workspaceId} and i.member_id = ${memberId} and i.state <> 'undone'`.execute(
      ctx.tx,
    )
    if (rows.length === 0) throw conflict('There is no sample world here.')
    for (const row of rows) {
      if (row.state === 'reading')
        throw conflict('The sample world is still being read.', 'Try again in a moment.')
      await takeImportBack(ctx, await ownImport(ctx, row.id, true))
    }
    await sql`delete from conversations.mailbox where workspace_id = ${workspaceId} and member_id = ${memberId} and kind = 'sample'`.execute(
      ctx.tx,
    )
    await sql`delete from conversations.own_address where workspace_id = ${workspaceId} and member_id = ${memberId}
      and address = any(${sampleOwner.addresses}::text[])`.execute(ctx.tx)
    ctx.tell(mailReread, { memberId }, memberId)
    return { actionId: ctx.actionId }
  },
})
