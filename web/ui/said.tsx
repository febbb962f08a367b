import { Fragment, type ReactNode } from 'react'

type Props = { text: string; spans?: { start: number; end: number }[]; quoted?: boolean; fresh?: boolean }

/** Someone's own words, with the runs that matter under the highlighter. Spans that overlap are taken once. */
export function Said({ text, spans = [], quoted = false, fresh = false }: Props) {
  const out: ReactNode[] = []
  let at = 0
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(at, span.start)
    const end = Math.min(text.length, span.end)
    if (end <= start) continue
    out.push(<Fragment key={`p${at}`}>{text.slice(at, start)}</Fragment>)
    out.push(
      <mark key={`m${start}`} className={fresh ? 'said fresh' : 'said'}>
        {text.slice(start, end)}
      </mark>,
    )
    at = end
  }
  out.push(<Fragment key="rest">{text.slice(at)}</Fragment>)
  return (
    <>
      {quoted ? '“' : null}
      {out}
      {quoted ? '”' : null}
    </>
  )
}
