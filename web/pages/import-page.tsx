import '../ui/desk.css'
import '../areas/conversations/import.css'
import { Link, useParams } from '@tanstack/react-router'
import { SumLine } from '../areas/conversations/sum-line.tsx'
import { UnreadableList } from '../areas/conversations/unreadable-list.tsx'
import { useAct } from '../areas/workspace/use-act.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import { useAsk } from '../ask.ts'
import type { Import } from '../catalogue.ts'
import { Failed } from '../ui/failed.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { many, saidLength, saidSize, saidWhen } from '../ui/when.ts'

function titleOf(it: Import, figures: string): string {
  const mails = many(it.found, 'mail', 'mails', figures)
  if (it.state === 'done') return `${mails} read.`
  if (it.state === 'cancelled') return `Stopped after ${mails}.`
  if (it.state === 'failed' || it.state === 'stopped') return `It broke off after ${mails}.`
  if (it.state === 'undone') return 'This reading was taken back.'
  return it.found === 0 ? 'Reading begins.' : `Reading; ${mails} so far.`
}

/** One reading of files: how far it is, its sum as it stands, how long it takes; it goes on without the page. */
export function ImportPage() {
  const { importId } = useParams({ from: '/shell/imports/$importId' })
  const reading = useReading()
  const { figures } = reading
  const going = (it: Import | undefined) =>
    it === undefined || it.state === 'waiting' || it.state === 'reading'
  const first = useAsk('conversations.import', { importId })
  const {
    data: it,
    error,
    refetch,
  } = useAsk('conversations.import', { importId }, { refetchInterval: going(first.data) ? 1000 : false })
  const cancel = useAct('conversations.cancelImport', {
    said: () => 'Stopped. What was read stays.',
    final: true,
  })
  const resume = useAct('conversations.resumeImport', { said: () => 'It goes on.', final: true })
  const undo = useAct('conversations.undoImport', {
    said: (_, { messages, people, peopleKept }) =>
      `Taken back: ${many(messages, 'mail', 'mails', figures)}, ${many(people, 'person', 'people', figures)}.${peopleKept > 0 ? ` ${peopleKept} stay, because something else speaks of them.` : ''}`,
    final: true,
  })
  if (error && !it) return <Failed page="Reading mail" error={error} again={refetch} />
  if (!it) return <Waiting page="Reading mail" rows={5} height={60} />
  const busy = going(it)
  const number = new Intl.NumberFormat(figures)
  return (
    <div className="pg">
      <PageHead
        title={titleOf(it, figures)}
        tab="Reading mail"
        sub={
          busy
            ? 'You can leave this page; the reading goes on, and Today shows what has been read so far.'
            : `${it.startedAt ? `Begun ${saidWhen(it.startedAt, reading)}` : 'Not begun yet'}${it.finishedAt ? `, ended ${saidWhen(it.finishedAt, reading)}` : ''}.`
        }
      >
        <SumLine counts={it} figures={figures} />
      </PageHead>
      {busy ? (
        <div className="import-far">
          <progress
            className="import-bar"
            max={Math.max(1, it.bytesTotal)}
            value={it.bytesRead}
            aria-label="Read so far"
            aria-valuetext={`${saidSize(it.bytesRead, figures)} of ${saidSize(it.bytesTotal, figures)}`}
          />
          <p className="soft">
            {saidSize(it.bytesRead, figures)} of {saidSize(it.bytesTotal, figures)}
            {it.rate ? `, ${number.format(Math.round(it.rate))} mails a second` : ''}
            {it.secondsLeft !== null ? `; about ${saidLength(it.secondsLeft)} left` : ''}.
          </p>
        </div>
      ) : null}
      {it.error ? <p className="bad import-error">{it.error}</p> : null}
      <dl className="import-figures" hidden={busy && it.people + it.companies + it.threads === 0}>
        {(
          [
            ['people', it.people],
            ['companies', it.companies],
            ['conversations', it.threads],
          ] as const
        ).map(([word, count]) => (
          <div key={word}>
            <dd className="n">{number.format(count)}</dd>
            <dt>{word}</dt>
          </div>
        ))}
      </dl>
      <UnreadableList importId={importId} />
      {it.passedOver.length > 0 ? (
        <details className="small soft">
          <summary>{many(it.passedOver.length, 'file holds', 'files hold', figures)} no mail</summary>
          <ul className="rows">
            {it.passedOver.map((file) => (
              <li key={file.path}>
                <span>{file.path}</span>
                <span className="why">{file.reason}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="empty-acts">
        {it.state !== 'undone' ? (
          <Link className="btn go" to="/">
            {busy ? 'Today, from what has been read' : 'Open Today'}
          </Link>
        ) : null}
        {it.mailboxId && it.state !== 'undone' ? (
          <Link className="btn" to="/mailboxes/$mailboxId" params={{ mailboxId: it.mailboxId }}>
            The mailbox
          </Link>
        ) : null}
        {busy ? (
          <button
            type="button"
            className="btn"
            onClick={() => cancel.mutate({ importId })}
            aria-busy={cancel.isPending}
          >
            Stop reading
          </button>
        ) : null}
        {it.state === 'cancelled' || it.state === 'failed' || it.state === 'stopped' ? (
          <button
            type="button"
            className="btn"
            onClick={() => resume.mutate({ importId })}
            aria-busy={resume.isPending}
          >
            Read on from there
          </button>
        ) : null}
        {it.undoable && !busy ? (
          <button
            type="button"
            className="btn bare"
            onClick={() => undo.mutate({ importId })}
            aria-busy={undo.isPending}
          >
            Take all of it back
          </button>
        ) : null}
      </p>
    </div>
  )
}
