import './sums.css'

/** A count of mails and where each went. */
export type Counts = { found: number; stored: number; duplicates: number; skipped: Record<string, number> }

/** All that was left out, whatever the reason. */
export function leftOut(counts: Counts): number {
  return Object.values(counts.skipped).reduce((sum, count) => sum + count, 0)
}

/** How many mails the sum does not account for; nought when found = stored + duplicates + left out. */
export function missing(counts: Counts): number {
  return counts.found - counts.stored - counts.duplicates - leftOut(counts)
}

/** Why mails were left out, in words: "231 newsletters, 3 drafts". */
export function whyLeftOut(counts: Counts, figures?: string): string {
  const format = new Intl.NumberFormat(figures)
  return Object.entries(counts.skipped)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => `${format.format(count)} ${reason}`)
    .join(', ')
}

/** a = b + c + d in large ledger figures; when it does not come out the sign says so and the missing are counted. */
export function SumLine({ counts, figures }: { counts: Counts; figures: string }) {
  const format = (count: number) => new Intl.NumberFormat(figures).format(count)
  const short = missing(counts)
  const sign = short ? <span className="bad"> ≠ </span> : <span className="faint"> = </span>
  return (
    <p className="sum1">
      <b className="n">
        {format(counts.found)}
        {sign}
        {format(counts.stored)} + {format(counts.duplicates)} + {format(leftOut(counts))}
      </b>
      <span className="words">
        found{sign}stored + held twice + left out
        {short ? (
          <span className="bad">
            ; {format(Math.abs(short))} {short > 0 ? 'missing' : 'too many'}
          </span>
        ) : null}
      </span>
    </p>
  )
}
