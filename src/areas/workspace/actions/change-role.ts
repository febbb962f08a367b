import { sql } from 'kysely'
import { z } from 'zod'
import { roles } from '../../../platform/actor.ts'
import { managesMembers } from '../../../platform/may.ts'
import { done, id } from '../../../platform/shapes.ts'
import { workspace } from '../area.ts'
import { roleChanged } from '../facts.ts'
import { assertMayManage, memberToManage } from '../load-member.ts'
import { assertOwnerLeft } from '../owners.ts'

export const changeRole = workspace.action('changeRole', {
  about: 'Change what another member may do',
  route: 'POST /members/:memberId/role',
  input: z.object({ memberId: id, role: z.enum(roles) }),
  output: done,
  may: managesMembers,
  async run(ctx, { memberId, role }) {
    await memberToManage(ctx, memberId)
    await assertMayManage(ctx, role)
    await sql`update platform.member set role = ${role} where workspace_id = ${ctx.actor.workspaceId} and id = ${memberId}`.execute(
      ctx.tx,
    )
    await assertOwnerLeft(ctx)
    ctx.tell(roleChanged, { memberId })
    return { actionId: ctx.actionId }
  },
})
