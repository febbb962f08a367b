import './score-note.css'
import { useAsk } from '../../ask.ts'
import { Said } from '../../ui/said.tsx'
import { saidLength } from '../../ui/when.ts'

const ranOf = (text: string) => ({ start: 0, end: text.length })

/** Replies are the score: theirs to you and yours to them, always with how many they are out of. */
export function ScoreNote() {
  const { data: score } = useAsk('relationships.score', {})
  if (!score) return <section className="score-waiting" />
  const { all, known, fresh } = score.theyAnswered
  const yours = score.youAnswered.all
  const theirs = `${all.answered} of ${all.n}`
  const waiting = all.open > 0 ? ` ${all.open} still ${all.open === 1 ? 'has' : 'have'} time.` : ''
  return (
    <section>
      <h2>Replies are the score</h2>
      {all.n > 0 ? (
        <p className="score">
          They answered <Said text={theirs} spans={[ranOf(theirs)]} />.
          {yours.n > 0 ? ` You answered ${yours.answered} of ${yours.n}.` : ''}
        </p>
      ) : (
        <p className="small soft">{score.sentence}</p>
      )}
      <p className="small soft">
        The last {score.days} days, people who count.{waiting}
        {yours.medianHours !== null
          ? ` Half of yours went out within ${saidLength(yours.medianHours * 3600)}.`
          : ''}
      </p>
      {known.n > 0 && fresh.n > 0 ? (
        <p className="small faint">
          People you know {known.answered} of {known.n}, new ones {fresh.answered} of {fresh.n}.
        </p>
      ) : null}
    </section>
  )
}
