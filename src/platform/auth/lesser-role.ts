import type { Role } from '../actor.ts'

/** By what they may reach, most first. A specialist reaches nothing but what an engagement gives, a viewer reads the team's. */
const byReach: readonly Role[] = ['owner', 'manager', 'rep', 'viewer', 'specialist']

/** Of two roles the one that may do less: a key never does more than the member who made it. */
export const lesserRole = (one: Role, other: Role): Role =>
  byReach.indexOf(one) > byReach.indexOf(other) ? one : other
