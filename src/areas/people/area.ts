import { defineArea } from '../../platform/area.ts'

/** Storey 1: people, their addresses, companies. */
export const people = defineArea('people')
