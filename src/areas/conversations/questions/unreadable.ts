import { sql } from 'kysely'
import { z } from 'zod'
import { pageOf, readCursor } from '../../../platform/keyset.ts'
import { sells } from '../../../platform/may.ts'
import { cursor, id, limit, page } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { ownImport } from '../import/import-row.ts'

export const unreadable = conversations.question('unreadable', {
  about: 'The mails of an import that could not be read, each with its reason',
  route: 'GET /imports/:importId/unreadable',
  may: sells,
  input: z.object({ importId: id, cursor, limit }),
  output: page(
    z.object({ id, folder: z.string(), position: z.number(), reason: z.string(), size: z.number() }),
  ),
  async run(ctx, { importId, cursor, limit }) {
    await ownImport(ctx, importId)
    const after = readCursor(cursor, ['id'])
    const { rows } = await sql<{
      id: string
      folder: string
      position: number
      reason: string
      size: number
    }>`
      select u.id, f.name as folder, u.position, u.reason, u.size from conversations.unreadable u
      join conversations.folder f on f.workspace_id = u.workspace_id and f.id = u.folder_id
      where u.workspace_id = ${ctx.actor.workspaceId} and u.import_id = ${importId} ${after ? sql`and u.id > ${after[0]}` : sql``}
      order by u.id limit ${limit + 1}`.execute(ctx.tx)
    return pageOf(rows, limit, (row) => [row.id])
  },
})
