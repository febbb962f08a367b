import './sums.css'
import type { ReactNode } from 'react'
import { type Counts, leftOut, missing, whyLeftOut } from './sum-line.tsx'

type Row = Counts & { name: string; last?: ReactNode }
type Props = {
  label: string
  rows: Row[]
  total: Row | null
  figures: string
  heads: boolean
  note?: ReactNode
}

function Cells({ row, figures }: { row: Row; figures: string }) {
  const format = (count: number) => new Intl.NumberFormat(figures).format(count)
  const short = missing(row)
  const why = whyLeftOut(row, figures)
  return (
    <>
      <th scope="row">{row.name}</th>
      <td className="n h">{format(row.found)}</td>
      <td className="op">{short ? '≠' : '='}</td>
      <td className="n">{format(row.stored)}</td>
      <td className="op">+</td>
      <td className="n">{format(row.duplicates)}</td>
      <td className="op">+</td>
      <td className="n">{format(leftOut(row))}</td>
      <td className="l">{why}</td>
      <td className="soft last">{row.last}</td>
      <td className="sm">
        {short ? '≠' : '='} {format(row.stored)} stored
        {row.duplicates ? ` + ${format(row.duplicates)} held twice` : ''}
        {leftOut(row) ? ` + ${format(leftOut(row))} left out (${why})` : ''}
      </td>
    </>
  )
}

function rowClass(row: Row, total: boolean): string {
  return [total ? 'tot' : '', missing(row) ? 'off' : ''].join(' ').trim()
}

/** The sums of a mailbox, folder by folder, each with its sign; one that does not come out says what is missing. */
export function SumTable({ label, rows, total, figures, heads, note }: Props) {
  const all = total ? [...rows, total] : rows
  return (
    <table className="led" aria-label={label}>
      <colgroup>
        <col style={{ width: '22%' }} />
        <col style={{ width: '9%' }} />
        <col style={{ width: '34px' }} />
        <col style={{ width: '9%' }} />
        <col style={{ width: '34px' }} />
        <col style={{ width: '9%' }} />
        <col style={{ width: '34px' }} />
        <col style={{ width: '7%' }} />
        <col />
        <col style={{ width: '11%' }} />
      </colgroup>
      <thead className={heads ? undefined : 'sr'}>
        <tr>
          <th scope="col">Folder</th>
          <th scope="col">Found</th>
          <td className="op" />
          <th scope="col">Stored</th>
          <td className="op" />
          <th scope="col">Held twice</th>
          <td className="op" />
          <th scope="col">Left out</th>
          <th scope="col" className="l">
            Why left out
          </th>
          {all.some((row) => row.last) ? <th scope="col">Last read</th> : <td />}
        </tr>
      </thead>
      <tbody>
        {all.map((row) => (
          <tr key={row.name} className={rowClass(row, row === total)}>
            <Cells row={row} figures={figures} />
          </tr>
        ))}
        {note ? (
          <tr className="miss">
            <td colSpan={10}>{note}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}
