import { defineArea } from '../../platform/area.ts'

/** Storey 3: whose mail counts, and how one stands with whom. */
export const relationships = defineArea('relationships')
