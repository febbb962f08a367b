import type { Counts } from './sum-line.tsx'

/** The sums of several mailboxes as one; reasons for leaving out keep their names. */
export function sumsTogether(sums: Counts[]): Counts {
  const skipped: Record<string, number> = {}
  for (const sum of sums) {
    for (const [reason, count] of Object.entries(sum.skipped))
      skipped[reason] = (skipped[reason] ?? 0) + count
  }
  const add = (of: (sum: Counts) => number) => sums.reduce((total, sum) => total + of(sum), 0)
  return {
    found: add((it) => it.found),
    stored: add((it) => it.stored),
    duplicates: add((it) => it.duplicates),
    skipped,
  }
}
