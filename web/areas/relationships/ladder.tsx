import './ladder.css'

type Step = { step: string; reached: boolean; evidence: string }

/** The ladder from unknown to moving: each step with its evidence, the one reached last is full. */
export function Ladder({ steps }: { steps: Step[] }) {
  const now = steps.findLastIndex((step) => step.reached)
  return (
    <ol className="ladder" aria-label="From unknown to moving">
      {steps.map((step, index) => (
        <li
          key={step.step}
          className={index === now ? 'now' : step.reached ? '' : 'not'}
          {...(index === now ? { 'aria-current': 'step' } : {})}
        >
          <b>{step.step}</b>
          {step.evidence}
        </li>
      ))}
    </ol>
  )
}
