import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { decayed } from './depth.ts'
import { LAYERS, layersOf } from './layers.ts'

/** People looked at besides the last place, so that "beyond" is a figure up to here. */
const andBeyond = 850

export interface MyLayers {
  layers: { places: number; taken: number; free: number }[]
  places: number
  taken: number
  beyond: number
  drifting: number
  people: { id: string; name: string; depth: number; layer: number | null; drifting: boolean }[]
}

/** The acting member's layers now: the deepest people whose relation counts, at most 150 of them. */
export async function myLayers(ctx: Ctx, at: Date): Promise<MyLayers> {
  const most = LAYERS.at(-1) ?? 0
  const { rows } = await sql<{
    id: string
    name: string
    earned: number
    heardAt: Date | null
    drifting: boolean
  }>`
    select s.person_id as id, p.name, s.earned, s.heard_at, coalesce(s.drifts_from < ${at} and s.lost_from >= ${at}, false) as drifting
    from relationships.standing s join people.person p on p.workspace_id = s.workspace_id and p.id = s.person_id
    where s.workspace_id = ${ctx.actor.workspaceId} and s.member_id = ${ctx.actor.memberId} and s.counts
    order by s.depth_order desc, s.person_id limit ${most + andBeyond}`.execute(ctx.tx)
  const known = new Map(rows.map((row) => [row.id, row]))
  const ranked = layersOf(rows.map((row) => ({ id: row.id, depth: decayed(row, at) })))
  const people = ranked.people.slice(0, most).map(({ id, depth, layer }) => {
    const row = known.get(id)
    return { id, name: row?.name ?? '', depth, layer, drifting: row?.drifting ?? false }
  })
  const { places, taken, beyond } = ranked.capacity
  return {
    layers: ranked.layers,
    places,
    taken,
    beyond,
    drifting: people.filter((each) => each.drifting).length,
    people,
  }
}

/** The places in one computed sentence. */
export function capacitySentence({ places, taken, drifting }: MyLayers): string {
  const free = places - taken
  const quiet =
    drifting === 0 ? 'nobody is drifting' : drifting === 1 ? 'one is drifting' : `${drifting} are drifting`
  return free > 0 ? `${free} places are free; ${quiet}.` : `All ${places} places are taken; ${quiet}.`
}
