import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ScoreNote } from '../areas/relationships/score-note.tsx'
import { Seats } from '../areas/relationships/seats.tsx'
import { TodayList } from '../areas/today/today-list.tsx'
import { useToday } from '../areas/today/use-today.ts'
import { useReading } from '../areas/workspace/use-reading.ts'
import type { Today } from '../catalogue.ts'
import { Failed } from '../ui/failed.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { type Reading, saidDayInFull } from '../ui/when.ts'

function subOf(today: Today, reading: Reading): ReactNode {
  const day = `${saidDayInFull(today.at, reading)}.`
  return today.because ? (
    <>
      {day} <span className="why">{today.because}</span>
    </>
  ) : (
    day
  )
}

/** The home page: whom to talk to this morning, and why; what one has places for; how it answers. */
export function TodayPage() {
  const { data: today, error, refetch, leaving, leave } = useToday()
  const reading = useReading()
  if (error && !today) return <Failed page="Today" error={error} again={refetch} />
  if (!today) return <Waiting page="Today" rows={11} />
  return (
    <>
      <PageHead title={today.title} tab="Today" sub={subOf(today, reading)} />
      <div className="today-cols">
        <div>
          {today.reading ? (
            <p className="today-reading">
              <span>{today.reading.sentence}</span>
              <Link
                className="link nowrap"
                to="/imports/$importId"
                params={{ importId: today.reading.importId }}
              >
                How far
              </Link>
            </p>
          ) : null}
          {!today.hasMail && !today.reading && today.items.length === 0 ? (
            <p className="today-reading">
              <span>No mail has been read yet.</span>
              <Link className="link nowrap" to="/begin">
                Bring in the mail you have
              </Link>
            </p>
          ) : null}
          <TodayList today={today} leaving={leaving} leave={leave} />
        </div>
        <aside className="margin" aria-label="In the margin">
          <Seats />
          <ScoreNote />
          <section className="desk-only">
            <h2>Keys</h2>
            <p className="keys two">
              <span>
                <kbd>J</kbd>
                <kbd>K</kbd>move
              </span>
              <span>
                <kbd>R</kbd>open
              </span>
              <span>
                <kbd>E</kbd>done
              </span>
              <span>
                <kbd>S</kbd>snooze
              </span>
              <span>
                <kbd>X</kbd>dismiss, because
              </span>
              <span>
                <kbd>Z</kbd>undo
              </span>
            </p>
          </section>
        </aside>
      </div>
    </>
  )
}
