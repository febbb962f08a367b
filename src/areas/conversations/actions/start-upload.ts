import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { newId } from '../../../platform/new-id.ts'
import { id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { partBytes } from '../import/uploaded-files.ts'

/** The largest file that is taken in through the browser; larger ones go by the command line. */
const largestUpload = 64 * 1024 ** 3

export const startUpload = conversations.action('startUpload', {
  about: 'Begin sending a file in parts',
  route: 'POST /uploads',
  may: sells,
  quiet: true,
  input: z.object({ path: z.string().min(1).max(1024), size: z.number().int().min(0).max(largestUpload) }),
  output: z.object({ uploadId: id, partBytes: z.number() }),
  async run(ctx, { path, size }) {
    const uploadId = newId(ctx.now.getTime())
    await sql`insert into conversations.upload (workspace_id, id, member_id, path, size, created_at)
      values (${ctx.actor.workspaceId}, ${uploadId}, ${ctx.actor.memberId}, ${path}, ${size}, ${ctx.now})`.execute(
      ctx.tx,
    )
    return { uploadId, partBytes }
  },
})
