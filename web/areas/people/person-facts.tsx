import './person-facts.css'
import { Link } from '@tanstack/react-router'
import type { Person } from '../../shapes.ts'
import { saidDay } from '../../ui/when.ts'
import { useReading } from '../workspace/use-reading.ts'

/** Addresses with how we know them, phones, tags, and where the record came from. */
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
        {person.phones.map((it) => (
          <li key={it.id}>
            <a className="link" href={`tel:${it.number.replace(/[^+\d]/g, '')}`}>
              {it.number}
            </a>
          </li>
        ))}
      </ul>
      <p className="small faint">
        {person.tags.length > 0 ? `${person.tags.join(', ')}. ` : ''}
        {person.owner ? `${person.owner.name}’s. ` : ''}
        <Link className="link" to="/history" search={{ type: 'person', id: person.id }}>
          What changed here
        </Link>
      </p>
    </section>
  )
}
