import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { invalid, notFound } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { partBytes } from '../import/uploaded-files.ts'

export const putPart = conversations.action('putPart', {
  about: 'Send one part of a file; sending it again replaces it',
  route: 'PUT /uploads/:uploadId/parts/:n',
  may: sells,
  quiet: true,
  takesBytes: true,
  input: z.object({ uploadId: id, n: z.coerce.number().int().min(0).max(20_000) }),
  output: z.object({ bytes: z.number() }),
  async run(ctx, { uploadId, n }, bytes) {
    const { rows } = await sql<{ size: string }>`select size from conversations.upload
      where workspace_id = ${ctx.actor.workspaceId} and id = ${uploadId} and member_id = ${ctx.actor.memberId}`.execute(
      ctx.tx,
    )
    if (!rows[0]) throw notFound('upload')
    const expected = Math.min(partBytes, Number(rows[0].size) - n * partBytes)
    if (!bytes || bytes.length !== expected)
      throw invalid(`Part ${n} must have ${Math.max(expected, 0)} bytes; it has ${bytes?.length ?? 0}.`, 'n')
    await sql`insert into conversations.upload_part (workspace_id, upload_id, n, bytes)
      values (${ctx.actor.workspaceId}, ${uploadId}, ${n}, ${bytes})
      on conflict (workspace_id, upload_id, n) do update set bytes = excluded.bytes`.execute(ctx.tx)
    return { bytes: bytes.length }
  },
})
