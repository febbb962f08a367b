import { fact } from '../../platform/facts.ts'

/** How members stand with people was computed again. */
export const standingsChanged = fact<{ memberId: string; people: number }>('relationships.standingsChanged')
/** A member said whose mail counts. */
export const relationChosen = fact<{ subject: string; relation: string | null; people: number }>(
  'relationships.relationChosen',
)
