import './balance.css'
import type { Relationship } from '../../catalogue.ts'
import { Exchange } from '../../ui/exchange.tsx'
import { many, type Reading, saidDay, saidLength, saidMonth } from '../../ui/when.ts'
import { useReading } from '../workspace/use-reading.ts'

const DAY = 86_400_000

function monthsBetween(from: Date, to: Date, reading: Reading): string[] {
  const count = Math.min(6, Math.max(2, Math.round((to.getTime() - from.getTime()) / (30 * DAY)) + 1))
  const years = to.getTime() - from.getTime() > 330 * DAY
  const step = (to.getTime() - from.getTime()) / (count - 1)
  return Array.from({ length: count }, (_, i) =>
    saidMonth(new Date(from.getTime() + i * step), reading, years),
  )
}

function half({ medianHours }: { medianHours: number | null }): string {
  return medianHours === null ? '' : ` (half within ${saidLength(medianHours * 3600)})`
}

/** The whole exchange with one person: who began, who answered, who waits; never a count of words. */
export function Balance({ relationship, given }: { relationship: Relationship; given: string }) {
  const reading = useReading()
  const { standing, exchange } = relationship
  const first = standing.firstAt ?? exchange[0]?.at
  if (!first || exchange.length === 0) {
    return <p className="why balance-none">no mail has gone between you and {given} yet.</p>
  }
  const from = new Date(Math.min(new Date(first).getTime(), reading.now.getTime() - 60 * DAY))
  const full = Math.max(60, ...exchange.map((stroke) => stroke.words))
  const last = new Date(exchange.at(-1)?.at ?? first).getTime()
  const lived = Math.max(60 * DAY, last - new Date(first).getTime())
  // A silence much longer than the exchange would press it into a corner: then the picture ends where the mails do.
  const isLongOver = reading.now.getTime() - last > 2 * lived
  const to = isLongOver ? new Date(new Date(first).getTime() + lived) : reading.now
  const since = `Since ${saidDay(first, reading)} ${given} wrote ${many(standing.theirs, 'mail', 'mails')}, you ${standing.mine}.`
  const { theyAnswer, youAnswer } = standing
  const said = [
    `${given} began ${standing.theyBegan} of ${many(standing.theyBegan + standing.youBegan, 'thread', 'threads')}`,
    theyAnswer.asks > 0 ? `answered ${theyAnswer.answered} of ${theyAnswer.asks}${half(theyAnswer)}` : '',
    youAnswer.asks > 0 ? `you answered ${youAnswer.answered} of ${youAnswer.asks}${half(youAnswer)}` : '',
  ].filter(Boolean)
  return (
    <figure className="balance">
      <div className="ends">
        <span>{given}</span>
        <span>You</span>
      </div>
      <div>
        <Exchange strokes={exchange} width={520} height={86} from={from} to={to} label={since} full={full} />
        <p className="months" aria-hidden="true">
          {monthsBetween(from, to, reading).map((month, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: months may be named twice over years
            <span key={index}>{month}</span>
          ))}
        </p>
      </div>
      <figcaption className="small soft">
        <b className="n">
          {standing.theirs} : {standing.mine}
        </b>
        {said.join('; ')}.
        {standing.unansweredInARow > 1 ? ` Your last ${standing.unansweredInARow} have no answer.` : ''}
        {isLongOver ? ` Nothing since ${saidDay(new Date(last).toISOString(), reading)}.` : ''}
      </figcaption>
    </figure>
  )
}
