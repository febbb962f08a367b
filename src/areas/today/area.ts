import { defineArea } from '../../platform/area.ts'

/** Storey 7: the morning list, and the status in one line. */
export const today = defineArea('today')
