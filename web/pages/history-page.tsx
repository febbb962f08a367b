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
import { many, type Reading, saidInFull, saidWhen } from '../ui/when.ts'

function valueSaid(value: unknown, reading: Reading): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value !== 'string') return JSON.stringify(value)
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? saidWhen(value, reading) : `“${value}”`
}

type Change = HistoryEntry['changes'][number]

/** What came and what went, each kind of thing once with its count: "mailbox, 2 × own address". */
function Together({ word, changes }: { word: string; changes: Change[] }) {
  const reading = useReading()
  if (changes.length === 0) return null
  const things = [
    ...Map.groupBy(changes, (it) => `${it.what}${it.before ? ` ${valueSaid(it.before, reading)}` : ''}`),
  ]
  return (
    <li>
      <span className="soft">{word} </span>
      {things.map(([thing, { length }]) => (length > 1 ? `${length} × ${thing}` : thing)).join(', ')}
    </li>
  )
}

function Changes({ changes }: { changes: Change[] }) {
  const reading = useReading()
  const fields = changes.filter((it) => it.kind === 'changed')
  return (
    <ul className="changes">
      {fields.slice(0, 8).map((it) => (
        <li key={`${it.what}${it.field}${valueSaid(it.after, reading)}`}>
          <span className="soft">
            {it.what}, {it.field?.replaceAll('_', ' ')}:
          </span>{' '}
          {it.before === null ? '' : `${valueSaid(it.before, reading)} became `}
          {valueSaid(it.after, reading)}
        </li>
      ))}
      <Together word="added" changes={changes.filter((it) => it.kind === 'added')} />
      <Together word="removed" changes={changes.filter((it) => it.kind === 'removed')} />
    </ul>
  )
}

/** What Rapport did by itself between two deeds of people: nothing to undo, so it is one line. */
function BySystem({ entries }: { entries: HistoryEntry[] }) {
  const reading = useReading()
  const last = entries[0]
  if (!last) return null
  const deeds = [...new Set(entries.map((it) => it.about.split(';')[0]))]
  return (
    <li className="entry">
      <time className="faint small" dateTime={last.at} title={saidInFull(last.at, reading)}>
        {saidWhen(last.at, reading)}
      </time>
      <p className="soft">
        {deeds.join('; ')}{' '}
        <span className="small faint">Rapport, {many(entries.length, 'step', 'steps')}</span>
      </p>
      <span />
    </li>
  )
}

/** Runs of what Rapport did by itself are taken together. */
function runsOf(entries: HistoryEntry[]): HistoryEntry[][] {
  const runs: HistoryEntry[][] = []
  const own = (it: HistoryEntry | undefined) =>
    it !== undefined && it.via === 'system' && !it.undoable && !it.undone
  for (const entry of entries) {
    const run = runs.at(-1)
    if (run && own(entry) && own(run[0])) run.push(entry)
    else runs.push([entry])
  }
  return runs
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
          <b>{entry.about.split(/[;:]/)[0]}</b>{' '}
          <span className="small faint">
            {entry.member?.name ?? 'Rapport'}, {entry.via}
          </span>
        </p>
        <Changes changes={entry.changes} />
        {entry.more ? <p className="small faint">and more</p> : null}
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
        {runsOf(entries).map((run) => {
          const [entry] = run
          if (!entry) return null
          return run.length > 1 || entry.via === 'system' ? (
            <BySystem key={entry.actionId} entries={run} />
          ) : (
            <Entry key={entry.actionId} entry={entry} />
          )
        })}
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
