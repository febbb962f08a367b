import type { Import } from '../../catalogue.ts'

const STATES: Record<Import['state'], string> = {
  waiting: 'about to begin',
  reading: 'being read',
  stopped: 'broken off',
  cancelled: 'stopped',
  done: 'finished',
  failed: 'failed',
  undone: 'taken back',
}

/** How far a reading is, in a word or two. */
export function stateOfImport(state: Import['state']): string {
  return STATES[state]
}
