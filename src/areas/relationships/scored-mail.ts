import type { Touch } from './touch.ts'

/**
 * A human mail between a member and one person, as the score needs it: one row for each person whom the mail was
 * between, so a mail to three people is three rows with one messageId.
 */
export interface ScoredMail extends Touch {
  personId: string
  /** The person's relation counts (buyer, customer, partner). */
  counts: boolean
  /** My first mail ever to this person. */
  firstToPerson: boolean
  /** They had written to me before this mail: a known person, not a new one. */
  known: boolean
  /** An insight from the library; sent without an ask it is counted apart. */
  insight: boolean
}

/** The rows of one person, from all touches with them: what is first and who is known are decided here only. */
export function scoredMailsOf(
  person: { personId: string; counts: boolean },
  touches: readonly Touch[],
  insights: ReadonlySet<string> = new Set(),
): ScoredMail[] {
  const ordered = [...touches].sort(
    (a, b) => a.at.getTime() - b.at.getTime() || (a.messageId < b.messageId ? -1 : 1),
  )
  const first = ordered.find((touch) => touch.direction === 'out')
  const heard = ordered.find((touch) => touch.direction === 'in')?.at ?? null
  return ordered.map((touch) => ({
    ...touch,
    ...person,
    firstToPerson: touch === first,
    known: heard !== null && heard < touch.at,
    insight: insights.has(touch.messageId),
  }))
}
