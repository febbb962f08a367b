import '../areas/conversations/threads.css'
import '../areas/lists/grid.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { stateWord } from '../areas/conversations/state-words.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import { useAskPages } from '../ask.ts'
import { Empty } from '../ui/empty.tsx'
import { Failed } from '../ui/failed.tsx'
import { useKeys } from '../ui/keys.ts'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { saidWhen } from '../ui/when.ts'

const STATES = [
  {
    state: 'owed-by-me',
    word: 'Owed by you',
    empty: 'Nobody is waiting for you.',
    because: 'everyone who asked you has an answer.',
  },
  {
    state: 'waiting-for-them',
    word: 'Waiting for them',
    empty: 'You wait for nobody.',
    because: 'every ask of yours has an answer, or was closed.',
  },
  {
    state: 'not-counted',
    word: 'Asked, not counted',
    empty: 'Nobody else asked you.',
    because: 'everyone who asked is a buyer, a customer or a partner.',
  },
  { state: 'all', word: 'All', empty: 'No mail yet.', because: 'no mailbox has been read.' },
] as const

/** Threads by the state that a stated rule gives them. */
export function ConversationsPage() {
  const search = useSearch({ from: '/shell/conversations' })
  const view = STATES.find((it) => it.state === search.state) ?? STATES[0]
  const list = useAskPages('lists.threads', { state: view.state, limit: 50 })
  const threads = list.data?.pages.flatMap((page) => page.items) ?? []
  const reading = useReading()
  const navigate = useNavigate()
  const [at, setAt] = useState(-1)
  const move = (to: number) => {
    const next = Math.max(0, Math.min(threads.length - 1, to))
    setAt(next)
    document.getElementById(`thread-${threads[next]?.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  const open = () => {
    const thread = threads[at]
    if (thread) navigate({ to: '/threads/$threadId', params: { threadId: thread.id } })
  }
  useKeys({ j: () => move(at + 1), k: () => move(at - 1), Enter: open, r: open })
  return (
    <>
      <PageHead title="Conversations" />
      <nav className="views" aria-label="By state">
        {STATES.map((it) => (
          <Link
            key={it.state}
            to="/conversations"
            search={{ state: it.state }}
            {...(it.state === view.state ? { 'aria-current': 'page' } : {})}
          >
            {it.word}
          </Link>
        ))}
      </nav>
      {list.error && !list.data ? <Failed error={list.error} again={list.refetch} /> : null}
      {list.isPending ? <Waiting rows={12} /> : null}
      {list.data && threads.length === 0 ? <Empty title={view.empty} because={view.because} /> : null}
      <ul className="threads">
        {threads.map((thread, index) => (
          <li
            key={thread.id}
            id={`thread-${thread.id}`}
            className={index === at ? 'thread-row at' : 'thread-row'}
          >
            <span className="name">{thread.people.map((it) => it.name).join(', ') || 'Nobody known'}</span>
            <div className="mid">
              <p className="what">
                <Link to="/threads/$threadId" params={{ threadId: thread.id }}>
                  {thread.subject || 'No subject'}
                </Link>
                <span>{thread.snippet}</span>
              </p>
              <p className="why">{thread.because}</p>
            </div>
            <span className="day">
              {saidWhen(thread.lastAt, reading)}
              <b className={view.state === 'all' && thread.state === 'owed-by-me' ? 'owes' : ''}>
                {view.state === 'all'
                  ? stateWord(thread.state)
                  : `${thread.messages} ${thread.messages === 1 ? 'mail' : 'mails'}`}
              </b>
            </span>
          </li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <p className="empty-acts">
          <button
            type="button"
            className="btn"
            onClick={() => list.fetchNextPage()}
            aria-busy={list.isFetchingNextPage}
          >
            {list.isFetchingNextPage ? 'Older…' : 'Older threads'}
          </button>
        </p>
      ) : null}
    </>
  )
}
