import './sums.css'
import { useState } from 'react'
import { linkTo } from '../../api.ts'
import { useAskPages } from '../../ask.ts'
import { many, saidSize } from '../../ui/when.ts'
import { useReading } from '../workspace/use-reading.ts'

/** Mails that could not be read: kept, each with its reason, and its source to take away. */
export function UnreadableList({ importId }: { importId: string }) {
  const { data, hasNextPage, fetchNextPage } = useAskPages('conversations.unreadable', { importId })
  const { figures } = useReading()
  const [open, setOpen] = useState(false)
  const items = data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) return null
  return (
    <>
      <button type="button" className="link small soft" aria-expanded={open} onClick={() => setOpen(!open)}>
        {many(items.length, 'mail', 'mails', figures)}
        {hasNextPage ? ' and more' : ''} could not be read; {items.length === 1 ? 'it is' : 'they are'} kept
      </button>
      {open ? (
        <ul className="rows">
          {items.map((it) => (
            <li key={it.id}>
              <p className="small">
                {it.folder}, number {new Intl.NumberFormat(figures).format(it.position)},{' '}
                {saidSize(it.size, figures)}
                <span className="why" style={{ display: 'block' }}>
                  {it.reason}
                </span>
              </p>
              <a
                className="link small"
                href={linkTo('conversations.unreadableSource', { unreadableId: it.id })}
                download
              >
                Its source
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {open && hasNextPage ? (
        <button type="button" className="link small" onClick={() => fetchNextPage()}>
          More of them
        </button>
      ) : null}
    </>
  )
}
