import { sql } from 'kysely'
import { z } from 'zod'
import { anyMember } from '../../../platform/may.ts'
import { done } from '../../../platform/shapes.ts'
import { timeZone } from '../../../platform/time-zone.ts'
import { workspace } from '../area.ts'
import { profileChanged } from '../facts.ts'

export const setProfile = workspace.action('setProfile', {
  about: 'Change your own name or time zone',
  route: 'POST /me',
  input: z.object({ name: z.string().trim().min(1).max(120).optional(), timeZone: timeZone.optional() }),
  output: done,
  may: anyMember,
  async run(ctx, { name, timeZone }) {
    const { workspaceId, memberId } = ctx.actor
    await sql`update platform.member set name = coalesce(${name ?? null}, name), time_zone = coalesce(${timeZone ?? null}, time_zone)
      where workspace_id = ${workspaceId} and id = ${memberId}`.execute(ctx.tx)
    ctx.tell(profileChanged, { memberId })
    return { actionId: ctx.actionId }
  },
})
