import type { Role } from '../../catalogue.ts'

/** The roles in words, the one with most rights last. */
export const ROLES: { role: Role; word: string }[] = [
  { role: 'viewer', word: 'viewer, reads' },
  { role: 'specialist', word: 'specialist, one scoped job' },
  { role: 'rep', word: 'rep, sells' },
  { role: 'manager', word: 'manager, leads' },
  { role: 'owner', word: 'owner, decides who is here' },
]
