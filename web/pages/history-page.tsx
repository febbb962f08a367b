import '../areas/workspace/history.css'
import { Link, useSearch } from '@tanstack/react-router'
import { takeBack } from '../areas/workspace/undo.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import { useAskPages } from '../ask.ts'
import type { HistoryEntry, Input } from '../catalogue.ts'
import { Empty } from '../ui/empty.tsx'
import { Failed } from '../ui/failed.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { saidInFull, saidWhen } from '../ui/when.ts'

function valueSaid(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
}

function ChangeLine({ change }: { change: HistoryEntry['changes'][number] }) {
  return (
    <li>
      <span className="letter">{change.what}</span>
      {change.field ? (
        <span className="soft">
          , {change.field}:{' '}
          {change.before === null || change.before === undefined ? '' : `${valueSaid(change.before)} became `}
          {valueSaid(change.after)}
        </span>
      ) : null}
    </li>
  )
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const reading = useReading()
  return (
    <li className={entry.undone ? 'entry undone' : 'entry'}>
      <time className="faint small" dateTime={entry.at} title={saidInFull(entry.at, reading)}>
        {saidWhen(entry.at, reading)}
      </time>
      <div>
        <p>
          <b>{entry.about}</b>{' '}
          <span className="small faint">
            {entry.member?.name ?? 'Rapport'}, {entry.via}
          </span>
        </p>
        <ul className="changes">
          {entry.changes.slice(0, 8).map((change) => (
            <ChangeLine key={`${change.what}${change.field}`} change={change} />
          ))}
        </ul>
        {entry.changes.length > 8 ? (
          <p className="small faint">and {entry.more ? 'many' : entry.changes.length - 8} more</p>
        ) : null}
      </div>
      {entry.undoneAt ? (
        <span className="small faint">taken back {saidWhen(entry.undoneAt, reading)}</span>
      ) : entry.undoable ? (
        <button type="button" className="btn" onClick={() => takeBack(entry.actionId)}>
          Undo
        </button>
      ) : (
        <span />
      )}
    </li>
  )
}

/** Everything that was done here, by whom and by what way, and the way back. */
export function HistoryPage() {
  const { type, id } = useSearch({ from: '/shell/history' })
  const list = useAskPages('workspace.history', {
    ...(type && id ? { subjectType: type as Input<'workspace.history'>['subjectType'], subjectId: id } : {}),
    limit: 50,
  })
  const entries = list.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHead
        title="History"
        sub={
          id ? (
            <>
              Only this {type}.{' '}
              <Link className="link" to="/history" search={{}}>
                All of it
              </Link>
            </>
          ) : (
            'What was done, by whom, and the way back.'
          )
        }
      />
      {list.error && !list.data ? <Failed error={list.error} again={list.refetch} /> : null}
      {list.isPending ? <Waiting rows={8} height={60} /> : null}
      {list.data && entries.length === 0 ? <Empty title="Nothing was done here yet." /> : null}
      <ol className="entries">
        {entries.map((entry) => (
          <Entry key={entry.actionId} entry={entry} />
        ))}
      </ol>
      {list.hasNextPage ? (
        <p className="empty-acts">
          <button type="button" className="btn" onClick={() => list.fetchNextPage()}>
            Older
          </button>
        </p>
      ) : null}
    </>
  )
}
