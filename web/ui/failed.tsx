import './states.css'
import { asRefusal } from '../api.ts'

/** What could not be shown, in the server's words, and the way on. `page` where a page has nothing else to show. */
export function Failed({ error, again, page }: { error: unknown; again?: () => void; page?: string }) {
  const refusal = asRefusal(error)
  if (refusal.status === 403)
    return (
      <div className="empty">
        {page ? <h1 className="sr">{page}</h1> : null}
        <p className="empty-title">This is not yours to see.</p>
        <p className="why">{refusal.message} An owner or a manager can change what you may do.</p>
      </div>
    )
  return (
    <div className="failed" role="alert">
      {page ? <h1 className="sr">{page}</h1> : null}
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
