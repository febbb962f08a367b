import { sql } from 'kysely'
import type { Role } from '../../platform/actor.ts'
import type { Ctx } from '../../platform/context.ts'
import { notAllowed, notFound } from '../../platform/refusal.ts'
import { mayManage } from './member-rights.ts'
import { lockOwners } from './owners.ts'

interface Member {
  id: string
  userId: string | null
  role: Role
  endedAt: Date | null
}

/** A member whose rights are about to change, locked: another than whoever acts, and one whom that one may see to. */
export async function memberToManage(ctx: Ctx, memberId: string): Promise<Member> {
  await lockOwners(ctx)
  const { workspaceId } = ctx.actor
  const { rows } = await sql<Member>`
    select id, user_id, role, ended_at from platform.member where workspace_id = ${workspaceId} and id = ${memberId} for update`.execute(
    ctx.tx,
  )
  const member = rows[0]
  if (!member || member.endedAt) throw notFound('member')
  if (member.id === ctx.actor.memberId) throw notAllowed('Nobody changes what decides their own rights.')
  await assertMayManage(ctx, member.role)
  return member
}

/** Asks for the actor's role as it is now: it may have changed since the request began. */
export async function assertMayManage(ctx: Ctx, role: Role): Promise<void> {
  const { rows } = await sql<{ role: Role }>`
    select role from platform.member where workspace_id = ${ctx.actor.workspaceId} and id = ${ctx.actor.memberId} and ended_at is null`.execute(
    ctx.tx,
  )
  const now = rows[0]?.role
  if (!now || !mayManage(now, role) || !mayManage(ctx.actor.role, role))
    throw notAllowed(`A ${ctx.actor.role} may not see to ${role === 'owner' ? 'an owner' : `a ${role}`}.`)
}
