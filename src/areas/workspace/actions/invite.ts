import { sql } from 'kysely'
import { z } from 'zod'
import { roles } from '../../../platform/actor.ts'
import { keyHash, newKey } from '../../../platform/auth/key-hash.ts'
import { managesMembers } from '../../../platform/may.ts'
import { newId } from '../../../platform/new-id.ts'
import { conflict } from '../../../platform/refusal.ts'
import { done, id } from '../../../platform/shapes.ts'
import { workspace } from '../area.ts'
import { memberInvited } from '../facts.ts'
import { assertMayManage } from '../load-member.ts'

/** How long an invitation's link lets somebody in. */
const days = 14

export const invite = workspace.action('invite', {
  about: 'Invite somebody into the workspace by a link that works once',
  route: 'POST /members/invite',
  input: z.object({ email: z.email().max(254).toLowerCase(), role: z.enum(roles) }),
  // The link is a path below the address of this Rapport: whoever shows it knows that address.
  output: done.extend({ link: z.string(), invitationId: id }),
  may: managesMembers,
  async run(ctx, { email, role }) {
    const { workspaceId, memberId } = ctx.actor
    await assertMayManage(ctx, role)
    const { rows } = await sql`
      select id from platform.member where workspace_id = ${workspaceId} and lower(email) = ${email} and ended_at is null`.execute(
      ctx.tx,
    )
    if (rows[0]) throw conflict('This address belongs to a member already.')
    await sql`update platform.invitation set withdrawn_at = ${ctx.now}
      where workspace_id = ${workspaceId} and email = ${email} and accepted_at is null and withdrawn_at is null`.execute(
      ctx.tx,
    )
    const key = newKey()
    const invitationId = newId(ctx.now.getTime())
    const expiresAt = new Date(ctx.now.getTime() + days * 86_400_000)
    await sql`insert into platform.invitation (workspace_id, id, email, role, token_hash, invited_by, created_at, expires_at)
      values (${workspaceId}, ${invitationId}, ${email}, ${role}, ${keyHash(key)}, ${memberId}, ${ctx.now}, ${expiresAt})`.execute(
      ctx.tx,
    )
    ctx.tell(memberInvited, { invitationId })
    return { link: `/join?key=${key}`, invitationId, actionId: ctx.actionId }
  },
})
