import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { decayed } from './depth.ts'
import { LAYERS, type Layers, layersOf } from './layers.ts'

/** People looked at besides the last place, so that "beyond" is a figure up to here. */
const andBeyond = 850

/** The places of a member's people whose relation counts, as kept: one ranking for every screen. */
export async function layersNow(ctx: Ctx, memberId: string, at: Date): Promise<Layers> {
  const { rows } = await sql<{ id: string; earned: number; heardAt: Date | null; order: number }>`
    select person_id as id, earned, heard_at, depth_order as "order" from relationships.standing
    where workspace_id = ${ctx.actor.workspaceId} and member_id = ${memberId} and counts
    order by depth_order desc, person_id limit ${(LAYERS.at(-1) ?? 0) + andBeyond}`.execute(ctx.tx)
  return layersOf(rows.map((row) => ({ id: row.id, depth: decayed(row, at), order: row.order })))
}
