import { sql } from 'kysely'
import { z } from 'zod'
import { ownsWorkspace } from '../../../platform/may.ts'
import { done } from '../../../platform/shapes.ts'
import { workspace } from '../area.ts'
import { renamed } from '../facts.ts'

export const rename = workspace.action('rename', {
  about: 'Give the workspace another name',
  route: 'POST /workspace',
  input: z.object({ name: z.string().trim().min(1).max(120) }),
  output: done,
  may: ownsWorkspace,
  async run(ctx, { name }) {
    const { workspaceId } = ctx.actor
    await sql`update platform.workspace set name = ${name} where id = ${workspaceId}`.execute(ctx.tx)
    ctx.tell(renamed, { workspaceId })
    return { actionId: ctx.actionId }
  },
})
