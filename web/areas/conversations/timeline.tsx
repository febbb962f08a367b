import './mail.css'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useAskPages } from '../../ask.ts'
import type { TimelineItem } from '../../catalogue.ts'
import { Failed } from '../../ui/failed.tsx'
import { Said } from '../../ui/said.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { saidInFull, saidWhen } from '../../ui/when.ts'
import { useReading } from '../workspace/use-reading.ts'

const WORDS = { note: 'Note', call: 'Call', meeting: 'Meeting', visit: 'Visit' }
const LONG = 1400

type TimelineMail = Extract<TimelineItem, { type: 'mail' }>

function MailLine({ mail }: { mail: TimelineMail }) {
  const reading = useReading()
  const [whole, setWhole] = useState(false)
  const theirs = mail.direction === 'in'
  const long = mail.newText.length > LONG
  return (
    <article className={theirs ? 'mail t' : 'mail m'}>
      <p className="d">
        <time dateTime={mail.at} title={saidInFull(mail.at, reading)}>
          {saidWhen(mail.at, reading)}
        </time>
      </p>
      <div>
        <p className={long && !whole ? 'letter long' : 'letter'}>
          {mail.newText ? (
            <Said text={mail.newText} spans={theirs ? mail.asks.slice(0, 1) : []} />
          ) : (
            <span className="faint">{mail.subject || 'No words of its own'}</span>
          )}
        </p>
        <p className="folds">
          {long ? (
            <button type="button" className="fold" onClick={() => setWhole(!whole)}>
              <i>···</i>
              {whole ? 'less' : 'all of it'}
            </button>
          ) : null}
          <Link className="fold" to="/threads/$threadId" params={{ threadId: mail.threadId }} hash={mail.id}>
            <i>···</i>
            {mail.subject || 'in its thread'}
          </Link>
        </p>
      </div>
    </article>
  )
}

function Line({ item }: { item: TimelineItem }) {
  const reading = useReading()
  if (item.type === 'mail') return <MailLine mail={item} />
  return (
    <article className="noted">
      <time className="faint" dateTime={item.at}>
        {saidWhen(item.at, reading)}
      </time>
      <p className="soft">
        {WORDS[item.type]}, {item.member.name}. <span className="letter">{item.text}</span>
      </p>
    </article>
  )
}

/** Everything between you and one person, the newest first: mails, calls, visits, notes. */
export function Timeline({ personId }: { personId: string }) {
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useAskPages(
    'conversations.timeline',
    { personId, limit: 20 },
  )
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (isFetchingNextPage) setSaid('Older mail is coming')
  }, [isFetchingNextPage])
  if (error && !data) return <Failed error={error} again={refetch} />
  if (isPending) return <Waiting rows={4} height={96} />
  return (
    <>
      {items.length === 0 ? (
        <p className="why timeline-none">no mail, call or note is here yet. N writes the first note.</p>
      ) : null}
      {items.map((item) => (
        <Line key={item.id} item={item} />
      ))}
      {hasNextPage ? (
        <p className="noted">
          <span />
          <button type="button" className="soft" onClick={() => fetchNextPage()}>
            <span className="link">{isFetchingNextPage ? 'Older…' : 'Older mail'}</span>
          </button>
        </p>
      ) : null}
      <p className="sr" role="status">
        {said}
      </p>
    </>
  )
}
