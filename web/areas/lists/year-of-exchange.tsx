import { Exchange, type ExchangeStroke } from '../../ui/exchange.tsx'
import { useReading } from '../workspace/use-reading.ts'

const YEAR = 365 * 86_400_000

/** The last mails of a row over twelve months; the numbers stand beside it in text for those who cannot see it. */
export function YearOfExchange({ strokes }: { strokes: ExchangeStroke[] }) {
  const { now } = useReading()
  const theirs = strokes.filter((stroke) => stroke.direction === 'in').length
  return (
    <>
      <Exchange strokes={strokes} width={108} height={24} from={new Date(now.getTime() - YEAR)} to={now} />
      <span className="sr">
        of the last {strokes.length} mails, {theirs} from them and {strokes.length - theirs} from you
      </span>
    </>
  )
}
