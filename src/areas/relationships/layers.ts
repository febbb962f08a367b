/**
 * People keep up about 5, 15, 50 and 150 relationships, each layer about three times the one inside it: Dunbar,
 * "Neocortex size as a constraint on group size in primates", J. Human Evolution 22 (1992); Zhou, Sornette, Hill and
 * Dunbar, "Discrete hierarchical organization of social group sizes", Proc. R. Soc. B 272 (2005). They are orders of
 * magnitude, disputed in detail, and may be changed.
 */
export const LAYERS: readonly number[] = [5, 15, 50, 150]

export interface RankedPerson {
  id: string
  depth: number
  /** 1 for the deepest. */
  place: number
  /** The cumulative size of the innermost layer that holds the place: 5, 15, 50, 150; null beyond. */
  layer: number | null
}

export interface Layers {
  people: RankedPerson[]
  /** For each layer, counted from the middle: its places, those taken, those free. */
  layers: { places: number; taken: number; free: number }[]
  /** The outermost layer: how many relationships there is room for. `beyond` have none. */
  capacity: { places: number; taken: number; free: number; beyond: number }
}

/**
 * Ranks the people whose relation counts by depth, or by what depth was rounded from (`order`, see depthOrder). Those of
 * depth 0 take no place. Ties keep the order of their ids, so that nobody moves without a cause. `places` are cumulative
 * and ascending.
 */
export function layersOf(
  people: readonly { id: string; depth: number; order?: number }[],
  places = LAYERS,
): Layers {
  const by = (one: { depth: number; order?: number }): number => one.order ?? one.depth
  const ranked = people
    .filter((person) => person.depth > 0)
    .sort((a, b) => by(b) - by(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map(({ id, depth }, at): RankedPerson => {
      return { id, depth, place: at + 1, layer: places.find((size) => at < size) ?? null }
    })
  const room = (size: number): { places: number; taken: number; free: number } => {
    const taken = Math.min(ranked.length, size)
    return { places: size, taken, free: size - taken }
  }
  const capacity = room(places.at(-1) ?? 0)
  return {
    people: ranked,
    layers: places.map(room),
    capacity: { ...capacity, beyond: ranked.length - capacity.taken },
  }
}
