import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useAsk } from '../../ask.ts'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What the boss asks, in one line; each of its facts opens the thread that it came from. */
export function StatusLine({ q }: { q: string }) {
  const { data, error } = useAsk('today.status', { q })
  if (error) return <p className="status soft">{error.message}</p>
  if (!data) return <p className="status">…</p>
  return (
    <p className="status">
      {data.because.length === 0 ? data.line : null}
      {data.because.map((part, index) => {
        const text = index === 0 ? capital(part.text) : part.text
        const [threadId] = part.threadIds
        return (
          <Fragment key={part.about}>
            {index > 0 ? '; ' : ''}
            {threadId ? (
              <Link to="/threads/$threadId" params={{ threadId }}>
                {text}
              </Link>
            ) : (
              text
            )}
          </Fragment>
        )
      })}
      {data.because.length > 0 ? '.' : ''}
    </p>
  )
}
