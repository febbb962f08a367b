import './grid.css'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { ListSort } from '../../router.tsx'
import { useKeys } from '../../ui/keys.ts'

/** A column: its head, how wide, the class of its cells, whether its head sorts. */
export type Column<Row> = {
  head: string
  width?: string
  className?: string
  sort?: ListSort
  cell: (row: Row) => ReactNode
}

type Props<Row> = {
  label: string
  columns: Column<Row>[]
  rows: Row[]
  /** How many there are beyond those that have come; null where it is not known. */
  count: { n: number; orMore: boolean } | null
  sort: ListSort
  dir: 'asc' | 'desc'
  onSort?: (sort: ListSort) => void
  onOpen: (row: Row) => void
  onNearEnd: () => void
}

const phone = typeof matchMedia === 'function' ? matchMedia('(max-width: 760px)') : null

function usePhone(): boolean {
  return useSyncExternalStore(
    (hear) => {
      phone?.addEventListener('change', hear)
      return () => phone?.removeEventListener('change', hear)
    },
    () => phone?.matches ?? false,
  )
}

/** A long table of which only what is seen is drawn; its heads sort, J and K move, Enter opens. */
export function Grid<Row extends { id: string }>(props: Props<Row>) {
  const { columns, rows, count, sort, dir, onNearEnd } = props
  const body = useRef<HTMLTableElement>(null)
  const [above, setAbove] = useState(0)
  const [at, setAt] = useState(-1)
  const small = usePhone()
  useLayoutEffect(() => setAbove((body.current?.offsetTop ?? 0) + (small ? 0 : 28)), [small])
  const drawn = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (small ? 63 : 35),
    overscan: 14,
    scrollMargin: above,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights change with the kind of screen
  useEffect(() => drawn.measure(), [small])
  const seen = drawn.getVirtualItems()
  const last = seen.at(-1)?.index ?? 0
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 25) onNearEnd()
  }, [last, rows.length, onNearEnd])
  const move = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to))
    setAt(next)
    drawn.scrollToIndex(next, { align: 'auto' })
  }
  const open = () => {
    const row = rows[at]
    if (row) props.onOpen(row)
  }
  useKeys({ j: () => move(at + 1), k: () => move(at - 1), Enter: open, r: open })
  const before = seen[0] ? seen[0].start - above : 0
  const after = seen.length ? drawn.getTotalSize() - ((seen.at(-1)?.end ?? 0) - above) : 0
  return (
    <table
      className="grid"
      ref={body}
      aria-rowcount={count && !count.orMore ? count.n + 1 : -1}
      aria-label={props.label}
    >
      <colgroup>
        {columns.map((column) => (
          <col
            key={column.head}
            className={column.className}
            style={column.width ? { width: column.width } : undefined}
          />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.head}
              scope="col"
              className={column.className}
              {...(column.sort === sort ? { 'aria-sort': dir === 'asc' ? 'ascending' : 'descending' } : {})}
            >
              {column.sort ? (
                <button type="button" onClick={() => column.sort && props.onSort?.(column.sort)}>
                  {column.head}
                  {column.sort === sort ? (
                    <span aria-hidden="true">{dir === 'asc' ? ' ↑' : ' ↓'}</span>
                  ) : null}
                </button>
              ) : (
                column.head
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {before > 0 ? <Spacer height={before} span={columns.length} /> : null}
        {seen.map(({ index }) => {
          const row = rows[index]
          if (!row) return null
          return (
            <tr
              key={row.id}
              className={index === at ? 'row at' : 'row'}
              aria-rowindex={index + 2}
              onDoubleClick={() => props.onOpen(row)}
            >
              {columns.map((column) => (
                <td key={column.head} className={column.className}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          )
        })}
        {after > 0 ? <Spacer height={after} span={columns.length} /> : null}
      </tbody>
    </table>
  )
}

function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr className="spacer">
      <td colSpan={span} style={{ height }} />
    </tr>
  )
}
