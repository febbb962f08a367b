import { sql } from 'kysely'
import { z } from 'zod'
import { anyMember } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { done, id } from '../../../platform/shapes.ts'
import { workspace } from '../area.ts'
import { tokenEnded } from '../facts.ts'

export const endToken = workspace.action('endToken', {
  about: 'End an API key of yours, at once and for good',
  route: 'POST /tokens/:tokenId/end',
  input: z.object({ tokenId: id }),
  output: done,
  may: anyMember,
  async run(ctx, { tokenId }) {
    const { workspaceId, memberId } = ctx.actor
    const ended = await sql`update platform.api_key set ended_at = ${ctx.now}
      where workspace_id = ${workspaceId} and id = ${tokenId} and member_id = ${memberId} and ended_at is null`.execute(
      ctx.tx,
    )
    if (ended.numAffectedRows !== 1n) throw notFound('key')
    ctx.tell(tokenEnded, { tokenId }, memberId)
    return { actionId: ctx.actionId }
  },
})
