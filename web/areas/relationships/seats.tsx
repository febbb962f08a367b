import './seats.css'
import { useAsk } from '../../ask.ts'
import type { Capacity } from '../../catalogue.ts'

type Row = { places: number; cumulative: number; seats: ('t' | 'd' | 'o')[] }

/** The rings from within: who sits in each, who of them drifts, and the seats still free. */
function rowsOf(capacity: Capacity): Row[] {
  let before = 0
  let taken = 0
  return capacity.layers
    .toSorted((a, b) => a.places - b.places)
    .map(({ places: layer }) => {
      const people = capacity.people.filter((person) => person.layer === layer)
      const free = Math.max(0, layer - before - people.length)
      before = layer
      taken += people.length
      const seats = [
        ...people.map((person) => (person.drifting ? 'd' : 't') as 'd' | 't'),
        ...Array<'o'>(free).fill('o'),
      ]
      return { places: layer, cumulative: taken, seats }
    })
}

/** One dot a person: the 150 that one can hold, by how near they are. */
export function Seats() {
  const { data: capacity } = useAsk('relationships.capacity', {})
  if (!capacity) return <section className="seats-waiting" />
  const rows = rowsOf(capacity)
  const outer = rows.at(-1)
  const drifting = capacity.people.filter((person) => person.drifting).length
  const said = rows.map((row) => `${row.cumulative} of ${row.places}`).join(', ')
  return (
    <section>
      <h2>Your {outer?.places ?? 150}</h2>
      <p className="legend">
        <span>
          <i className="dot t" />
          in touch
        </span>
        <span>
          <i className="dot" />
          drifting
        </span>
        <span>
          <i className="dot o" />
          free
        </span>
      </p>
      <div className="seats" role="img" aria-label={`Places taken: ${said}. ${drifting} are drifting.`}>
        {rows.map((row) => (
          <div className="layer" key={row.places}>
            <span>
              {row.seats.map((seat, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: seats have no name but their place
                <i key={index} className={seat === 'd' ? 'dot' : `dot ${seat}`} />
              ))}
            </span>
            <b>{row.cumulative === row.places ? row.places : `${row.cumulative} of ${row.places}`}</b>
          </div>
        ))}
      </div>
      <p className="why">{capacity.sentence}</p>
    </section>
  )
}
