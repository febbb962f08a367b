import { fact } from '../../platform/facts.ts'

/** A member decided about a line of Today. */
export const lineDecided = fact<{ key: string; verdict: string }>('today.lineDecided')
