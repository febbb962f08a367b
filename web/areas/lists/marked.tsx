import { Fragment } from 'react'

/** A text with what was typed in it set heavier; `marks` are [start, end) where the server found them. */
export function Marked({ text, marks, typed }: { text: string; marks?: [number, number][]; typed?: string }) {
  const at = typed ? text.toLowerCase().indexOf(typed.toLowerCase()) : -1
  const runs = marks ?? (typed && at >= 0 ? [[at, at + typed.length] as [number, number]] : [])
  let from = 0
  return (
    <>
      {runs.map(([start, end]) => {
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
