import './score-note.css'
import { useAsk } from '../../ask.ts'
import { Said } from '../../ui/said.tsx'

const ranOf = (text: string) => ({ start: 0, end: text.length })

/** Replies are the score: theirs to you and yours to them, always with how many they are out of. */
export function ScoreNote() {
  const { data: score } = useAsk('relationships.score', {})
  if (!score) return <section className="score-waiting" />
  const theirs = `${score.theirs.answered} of ${score.theirs.of}`
  return (
    <section>
      <h2>Replies are the score</h2>
      {score.theirs.of + score.yours.of > 0 ? (
        <p className="score">
          They answered <Said text={theirs} spans={[ranOf(theirs)]} />. You answered {score.yours.answered} of{' '}
          {score.yours.of}.
        </p>
      ) : null}
      <p className="small soft">{score.sentence}</p>
      {score.theirs.of > 0 ? (
        <p className="small faint">
          People you know {score.known.answered} of {score.known.of}, new ones {score.fresh.answered} of{' '}
          {score.fresh.of}
          {score.theirs.open > 0 ? `; ${score.theirs.open} still have time` : ''}.
        </p>
      ) : null}
    </section>
  )
}
