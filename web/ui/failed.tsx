import './states.css'
import { asRefusal } from '../api.ts'

/** What could not be shown, in the server's words, and the way on. */
export function Failed({ error, again }: { error: unknown; again?: () => void }) {
  const refusal = asRefusal(error)
  return (
    <div className="failed" role="alert">
      <p className="bad">{refusal.message}</p>
      <p className="small soft">
        {refusal.help ?? (refusal.status === 0 ? 'What you did before is kept. ' : null)}{' '}
        {again ? (
          <button type="button" className="link" onClick={again}>
            Ask again
          </button>
        ) : null}
      </p>
    </div>
  )
}
