import { saidWhen } from '../../ui/when.ts'
import { useReading } from '../workspace/use-reading.ts'

type Props = { at: string | null; direction: 'in' | 'out' | null; name: string | null }

/** Who wrote last, and when; warm when it was them. */
export function LastWord({ at, direction, name }: Props) {
  const reading = useReading()
  if (!at) return <span className="faint">nobody yet</span>
  const when = saidWhen(at, reading)
  return direction === 'out' ? (
    <span className="lw-line">
      <span>you</span>, {when}
    </span>
  ) : (
    <span className="lw-line theirs">
      {name ? <span title={name}>{name}</span> : null}
      {name ? ', ' : ''}
      {when}
    </span>
  )
}
