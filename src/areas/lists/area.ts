import { defineArea } from '../../platform/area.ts'

/** Storey 6: lists over people and companies with the columns that lower areas publish, and search over all. */
export const lists = defineArea('lists')
