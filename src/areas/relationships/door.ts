// What higher areas may ask of relationships. They may join relationships.standing and relationships.relation.
export { businessDaysBetween, dayIn, dayNumber, type Zone } from './business-days.ts'
export { decayed } from './depth.ts'
export { type Drift, driftOf } from './drifting.ts'
export { layersNow } from './layers-now.ts'
export {
  type CountedPerson,
  lastHeardNow,
  type MemberPerson,
  peopleToLookAt,
  standingNow,
  standingThen,
  standingThenOf,
} from './people-of-member.ts'
export { counts, type Relation } from './relation.ts'
export { type Standing, standingOf } from './standing.ts'
export type { Touch } from './touch.ts'
