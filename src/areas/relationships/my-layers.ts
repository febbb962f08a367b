import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { LAYERS } from './layers.ts'
import { layersNow } from './layers-now.ts'

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
  const ranked = await layersNow(ctx, ctx.actor.memberId, at)
  const placed = ranked.people.slice(0, LAYERS.at(-1) ?? 0)
  const { rows } = await sql<{ id: string; name: string; drifting: boolean }>`
    select p.id, p.name, coalesce(s.drifts_from <= ${at} and s.lost_from > ${at}, false) as drifting
    from people.person p join relationships.standing s on s.workspace_id = p.workspace_id and s.person_id = p.id and s.member_id = ${ctx.actor.memberId}
    where p.workspace_id = ${ctx.actor.workspaceId} and p.id = any(${placed.map((each) => each.id)}::uuid[])`.execute(
    ctx.tx,
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  const people = placed.map(({ id, depth, layer }) => {
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
