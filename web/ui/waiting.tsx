import './states.css'

/**
 * Nothing for 200 ms, then grey lines at the height that the rows will have. `page` is the name of a page that waits as
 * a whole: its heading until it has its own.
 */
export function Waiting({ rows = 6, height = 53, page }: { rows?: number; height?: number; page?: string }) {
  const lines = (
    <div className="waiting" role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no other name
        <div key={row} style={{ height }}>
          <i style={{ width: `${26 + ((row * 17) % 22)}%` }} />
          {height > 40 ? <i style={{ width: `${54 + ((row * 23) % 32)}%` }} /> : null}
        </div>
      ))}
    </div>
  )
  return page ? (
    <>
      <h1 className="sr">{page}</h1>
      {lines}
    </>
  ) : (
    lines
  )
}
