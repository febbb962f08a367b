import { Fragment } from 'react'

type Run = { start: number; end: number }

/** A text with what was typed in it set heavier; `marks` are half-open, where the server found them. */
export function Marked({ text, marks, typed }: { text: string; marks?: Run[]; typed?: string }) {
  const at = typed ? text.toLowerCase().indexOf(typed.toLowerCase()) : -1
  const runs = marks ?? (typed && at >= 0 ? [{ start: at, end: at + typed.length }] : [])
  let from = 0
  return (
    <>
      {runs.map(({ start, end }) => {
        const before = text.slice(from, start)
        from = end
        return (
          <Fragment key={start}>
            {before}
            <mark>{text.slice(start, end)}</mark>
          </Fragment>
        )
      })}
      {text.slice(from)}
    </>
  )
}
