import './person-facts.css'
import { Link } from '@tanstack/react-router'
import type { Person } from '../../catalogue.ts'
import { saidDay } from '../../ui/when.ts'
import { useReading } from '../workspace/use-reading.ts'

const PERMISSION: Record<Person['permission'], string> = {
  none: '',
  implicit: 'That you may write is understood. ',
  explicit: 'They asked you to write. ',
  withdrawn: 'They no longer want your mail. ',
}

/** Addresses with how we know them, what a friend would remember, where one met, tags. */
export function PersonFacts({ person }: { person: Person }) {
  const reading = useReading()
  return (
    <section>
      <h2>Reached at</h2>
      <ul className="reached">
        {person.addresses.map((it) => (
          <li key={it.id}>
            <a className="link" href={`mailto:${it.address}`}>
              {it.address}
            </a>
            <span className="why">
              {it.evidence}
              {it.firstSeen ? `, first seen ${saidDay(it.firstSeen, reading)}` : ''}
            </span>
          </li>
        ))}
      </ul>
      {person.personal.length > 0 || person.met ? (
        <ul className="reached">
          {person.met ? <li>Met: {person.met}</li> : null}
          {person.personal.map((it) => (
            <li key={it.id}>
              {it.text}
              <span className="why">
                {it.source}, {saidDay(it.at, reading)}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="small faint">
        {PERMISSION[person.permission]}
        {person.tags.length > 0 ? `${person.tags.join(', ')}. ` : ''}
        <Link className="link" to="/history" search={{ type: 'person', id: person.id }}>
          What changed here
        </Link>
      </p>
    </section>
  )
}
