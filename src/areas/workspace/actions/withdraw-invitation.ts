import { sql } from 'kysely'
import { z } from 'zod'
import type { Role } from '../../../platform/actor.ts'
import { managesMembers } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { done, id } from '../../../platform/shapes.ts'
import { workspace } from '../area.ts'
import { invitationWithdrawn } from '../facts.ts'
import { assertMayManage } from '../load-member.ts'

export const withdrawInvitation = workspace.action('withdrawInvitation', {
  about: 'Withdraw an invitation that nobody has used yet',
  route: 'POST /members/invitations/:invitationId/withdraw',
  input: z.object({ invitationId: id }),
  output: done,
  may: managesMembers,
  async run(ctx, { invitationId }) {
    const { workspaceId } = ctx.actor
    const { rows } = await sql<{ role: Role }>`
      select role from platform.invitation where workspace_id = ${workspaceId} and id = ${invitationId}
        and accepted_at is null and withdrawn_at is null for update`.execute(ctx.tx)
    const invitation = rows[0]
    if (!invitation) throw notFound('invitation')
    await assertMayManage(ctx, invitation.role)
    await sql`update platform.invitation set withdrawn_at = ${ctx.now} where workspace_id = ${workspaceId} and id = ${invitationId}`.execute(
      ctx.tx,
    )
    ctx.tell(invitationWithdrawn, { invitationId })
    return { actionId: ctx.actionId }
  },
})
