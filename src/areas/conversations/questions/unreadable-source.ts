import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'

export const unreadableSource = conversations.file('unreadableSource', {
  about: 'A mail that could not be read, as it came',
  route: 'GET /unreadable/:unreadableId/source',
  may: sells,
  input: z.object({ unreadableId: id }),
  async run(ctx, { unreadableId }) {
    const { rows } = await sql<{
      source: Buffer
      position: number
    }>`select u.source, u.position from conversations.unreadable u
      join conversations.mail_import i on i.workspace_id = u.workspace_id and i.id = u.import_id
      where u.workspace_id = ${ctx.actor.workspaceId} and u.id = ${unreadableId} and i.member_id = ${ctx.actor.memberId}`.execute(
      ctx.tx,
    )
    const row = rows[0]
    if (!row) throw notFound('mail')
    return { fileName: `unreadable-${row.position}.eml`, type: 'message/rfc822', body: row.source }
  },
})
