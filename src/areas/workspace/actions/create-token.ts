import { sql } from 'kysely'
import { z } from 'zod'
import { roles } from '../../../platform/actor.ts'
import { keyHash, newKey } from '../../../platform/auth/key-hash.ts'
import { lesserRole } from '../../../platform/auth/lesser-role.ts'
import { anyMember } from '../../../platform/may.ts'
import { newId } from '../../../platform/new-id.ts'
import { limited, notAllowed } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { workspace } from '../area.ts'
import { tokenCreated } from '../facts.ts'

/** Keys that one member holds at once. */
const most = 50

export const createToken = workspace.action('createToken', {
  about: 'Make an API key that acts for you, shown this once',
  route: 'POST /tokens',
  input: z.object({ name: z.string().trim().min(1).max(120), role: z.enum(roles) }),
  output: z.object({ id, key: z.string() }),
  may: anyMember,
  async run(ctx, { name, role }) {
    const { workspaceId, memberId } = ctx.actor
    if (lesserRole(role, ctx.actor.role) !== role)
      throw notAllowed(`A key of a ${ctx.actor.role} may not do what ${role}s do.`)
    const { rows } = await sql<{ held: number }>`
      select count(*)::int as held from platform.api_key where workspace_id = ${workspaceId} and member_id = ${memberId} and ended_at is null`.execute(
      ctx.tx,
    )
    if ((rows[0]?.held ?? 0) >= most) throw limited(`${most} keys are the most.`, 'End one that is not used.')
    const key = newKey('rk_')
    const tokenId = newId(ctx.now.getTime())
    await sql`insert into platform.api_key (workspace_id, id, name, role, member_id, hash, created_at)
      values (${workspaceId}, ${tokenId}, ${name}, ${role}, ${memberId}, ${keyHash(key)}, ${ctx.now})`.execute(
      ctx.tx,
    )
    ctx.tell(tokenCreated, { tokenId }, memberId)
    return { id: tokenId, key }
  },
})
