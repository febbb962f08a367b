import { sql } from 'kysely'
import { z } from 'zod'
import { endSessions } from '../../../platform/auth/end-sessions.ts'
import { managesMembers } from '../../../platform/may.ts'
import { done, id } from '../../../platform/shapes.ts'
import { workspace } from '../area.ts'
import { memberEnded } from '../facts.ts'
import { memberToManage } from '../load-member.ts'
import { assertOwnerLeft } from '../owners.ts'

export const endMember = workspace.action('endMember', {
  about: 'End a membership, with its sessions and keys',
  route: 'POST /members/:memberId/end',
  input: z.object({ memberId: id }),
  output: done,
  may: managesMembers,
  async run(ctx, { memberId }) {
    const { workspaceId } = ctx.actor
    const member = await memberToManage(ctx, memberId)
    await sql`update platform.member set ended_at = ${ctx.now} where workspace_id = ${workspaceId} and id = ${memberId}`.execute(
      ctx.tx,
    )
    await assertOwnerLeft(ctx)
    // Keys and sessions stay ended when the end is undone: whoever comes back signs in again.
    await sql`update platform.api_key set ended_at = ${ctx.now} where workspace_id = ${workspaceId} and member_id = ${memberId} and ended_at is null`.execute(
      ctx.tx,
    )
    if (member.userId) await endSessions(ctx.tx, member.userId)
    ctx.tell(memberEnded, { memberId })
    return { actionId: ctx.actionId }
  },
})
