import { sql } from 'kysely'
import { z } from 'zod'
import { type Role, roles } from '../../../platform/actor.ts'
import { managesMembers, readsTeam } from '../../../platform/may.ts'
import { id, time } from '../../../platform/shapes.ts'
import { workspace } from '../area.ts'

const member = z.object({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  joinedAt: time,
  endedAt: time.nullable(),
  isYou: z.boolean(),
})
const invitation = z.object({ id, email: z.string(), role: z.enum(roles), expiresAt: time })

interface MemberRow {
  id: string
  name: string
  email: string
  role: Role
  joinedAt: Date
  endedAt: Date | null
  isYou: boolean
}

export const members = workspace.question('members', {
  about: 'Who is in the workspace, and who is invited',
  route: 'GET /members',
  input: z.object({}),
  output: z.object({ items: z.array(member), invitations: z.array(invitation) }),
  may: readsTeam,
  async run(ctx) {
    const { workspaceId, memberId, role } = ctx.actor
    const { rows: items } = await sql<MemberRow>`
      select id, name, coalesce(email, '') as email, role, joined_at, ended_at, id = ${memberId} as is_you
      from platform.member where workspace_id = ${workspaceId} order by ended_at is not null, joined_at, id`.execute(
      ctx.tx,
    )
    if (!managesMembers.roles.includes(role)) return { items, invitations: [] }
    const { rows: invitations } = await sql<{ id: string; email: string; role: Role; expiresAt: Date }>`
      select id, email, role, expires_at from platform.invitation
      where workspace_id = ${workspaceId} and accepted_at is null and withdrawn_at is null and expires_at > ${ctx.now}
      order by created_at, id`.execute(ctx.tx)
    return { items, invitations }
  },
})
