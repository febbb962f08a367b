import { sql } from 'kysely'
import { z } from 'zod'
import { type Role, roles } from '../../../platform/actor.ts'
import { anyMember } from '../../../platform/may.ts'
import { id, time } from '../../../platform/shapes.ts'
import { workspace } from '../area.ts'

const token = z.object({
  id,
  name: z.string(),
  role: z.enum(roles),
  createdAt: time,
  lastUsedAt: time.nullable(),
  endedAt: time.nullable(),
})

interface Row {
  id: string
  name: string
  role: Role
  createdAt: Date
  lastUsedAt: Date | null
  endedAt: Date | null
}

export const tokens = workspace.question('tokens', {
  about: 'Your API keys, without the keys themselves',
  route: 'GET /tokens',
  input: z.object({}),
  output: z.object({ items: z.array(token) }),
  may: anyMember,
  async run(ctx) {
    const { rows: items } = await sql<Row>`
      select id, name, role, created_at, last_used_at, ended_at from platform.api_key
      where workspace_id = ${ctx.actor.workspaceId} and member_id = ${ctx.actor.memberId}
      order by ended_at is not null, created_at desc, id limit 200`.execute(ctx.tx)
    return { items }
  },
})
