import { sql } from 'kysely'
import { z } from 'zod'
import { roles } from '../../../platform/actor.ts'
import { anyMember } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { workspace } from '../area.ts'

interface Row {
  name: string
  email: string
  timeZone: string
  workspaceName: string
}

export const me = workspace.question('me', {
  about: 'Who you are here, and in which workspace',
  route: 'GET /me',
  input: z.object({}),
  output: z.object({
    member: z.object({
      id,
      name: z.string(),
      email: z.string(),
      role: z.enum(roles),
      timeZone: z.string(),
    }),
    workspace: z.object({ id, name: z.string() }),
  }),
  may: anyMember,
  async run(ctx) {
    const { workspaceId, memberId, role } = ctx.actor
    const { rows } = await sql<Row>`
      select m.name, coalesce(m.email, '') as email, m.time_zone, w.name as workspace_name
      from platform.member m join platform.workspace w on w.id = m.workspace_id
      where m.workspace_id = ${workspaceId} and m.id = ${memberId}`.execute(ctx.tx)
    const row = rows[0]
    if (!row) throw notFound('member')
    const { workspaceName, ...member } = row
    return { member: { id: memberId, role, ...member }, workspace: { id: workspaceId, name: workspaceName } }
  },
})
