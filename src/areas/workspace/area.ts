import { defineArea } from '../../platform/area.ts'

/** The workspace itself: who is in it, by which keys it is reached, and what was done in it. */
export const workspace = defineArea('workspace')
