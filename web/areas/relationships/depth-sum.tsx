import './depth-sum.css'
import type { Relationship } from '../../catalogue.ts'

/** Depth, 0 to 100, with the arithmetic under it. */
export function DepthSum({ relationship }: { relationship: Relationship }) {
  const { depth, parts, layer } = relationship
  return (
    <section>
      <h2>Depth</h2>
      <table className="sum">
        <tbody>
          {parts.map((part) => (
            <tr key={part.label}>
              <td>{part.label}</td>
              <td className="n">
                {part.points < 0 ? `−${-part.points}` : part.points}{' '}
                <span className="faint">{part.of > 0 ? `of ${part.of}` : ''}</span>
              </td>
            </tr>
          ))}
          <tr className="tot">
            <td>{layer ? `One of your ${layer}` : 'Beyond your 150'}</td>
            <td className="n">
              {depth} <span className="faint">of 100</span>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}
