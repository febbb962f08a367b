import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { LAYERS } from './layers.ts'

/** The layer (5, 15, 50, 150) in which a person stands for the acting member; null beyond, and for those who don't count. */
export async function layerOfPerson(ctx: Ctx, personId: string): Promise<number | null> {
  const most = LAYERS.at(-1) ?? 0
  const { rows } = await sql<{ deeper: number }>`
    select (select count(*)::int from (select from relationships.standing o
      where o.workspace_id = s.workspace_id and o.member_id = s.member_id and o.counts and (o.depth_order, s.person_id) > (s.depth_order, o.person_id) limit ${most}) x) as deeper
    from relationships.standing s where s.workspace_id = ${ctx.actor.workspaceId} and s.member_id = ${ctx.actor.memberId}
      and s.person_id = ${personId} and s.counts and s.earned > 0`.execute(ctx.tx)
  const deeper = rows[0]?.deeper
  return deeper === undefined ? null : (LAYERS.find((size) => deeper < size) ?? null)
}
