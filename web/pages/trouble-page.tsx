import { asRefusal, Refusal } from '../api.ts'
import { PageHead } from '../ui/page-head.tsx'

/** This page broke. What is stored is untouched, and the way on is said. */
export function TroublePage({ error, reset }: { error: unknown; reset: () => void }) {
  const told =
    error instanceof Refusal
      ? asRefusal(error).message
      : error instanceof Error
        ? error.message
        : String(error)
  return (
    <div className="plain-page" role="alert">
      <PageHead title="This page broke." sub="Nothing is lost: the page only shows what the server keeps." />
      <p className="small soft">It said: “{told}”</p>
      <p className="empty-acts">
        <button type="button" className="btn go" onClick={reset}>
          Try again
        </button>
        <a className="btn" href="/">
          Today
        </a>
      </p>
    </div>
  )
}
