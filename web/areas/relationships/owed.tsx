import './owed.css'
import { Link } from '@tanstack/react-router'
import type { OwedLine, Relationship } from '../../catalogue.ts'
import { saidQuiet } from '../../ui/when.ts'
import { useReading } from '../workspace/use-reading.ts'

function Lines({ who, lines, bad }: { who: string; lines: OwedLine[]; bad: boolean }) {
  const reading = useReading()
  return lines.map((line, index) => (
    <div key={`${line.since}${line.text}`}>
      <dt>{index === 0 ? who : ''}</dt>
      <dd>
        {line.threadId ? (
          <Link
            className={bad && index < 2 ? 'bad' : ''}
            to="/threads/$threadId"
            params={{ threadId: line.threadId }}
          >
            “{line.text}”
          </Link>
        ) : (
          `“${line.text}”`
        )}
        , {saidQuiet(line.since, reading)}
      </dd>
    </div>
  ))
}

/** What each still owes the other, in the words of the mail that asked. */
export function Owed({ owed, given }: { owed: Relationship['owed']; given: string }) {
  if (owed.byYou.length + owed.byThem.length === 0) {
    return (
      <section>
        <h2>Owed</h2>
        <p className="small soft">Nothing, either way.</p>
      </section>
    )
  }
  return (
    <section>
      <h2>Owed</h2>
      <dl className="owe">
        <Lines who="By you" lines={owed.byYou} bad />
        <Lines who={`By ${given}`} lines={owed.byThem} bad={false} />
      </dl>
    </section>
  )
}
