import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { ImportSource } from './import-row.ts'

/** Lets go of the files that were sent for an import, as far as `but` does not read them: nobody will any more. */
export async function dropUploads(ctx: Ctx, source: ImportSource, but?: ImportSource): Promise<void> {
  if (!('uploads' in source)) return
  const stay = but && 'uploads' in but ? but.uploads : []
  await sql`delete from conversations.upload where workspace_id = ${ctx.actor.workspaceId} and id = any(${source.uploads}::uuid[])
    and not (id = any(${stay}::uuid[]))`.execute(ctx.tx)
}
