import { Link } from '@tanstack/react-router'
import { PageHead } from '../ui/page-head.tsx'

/** No such page, or none that this member can reach. */
export function NotFoundPage() {
  return (
    <div className="plain-page">
      <PageHead
        title="There is no such page here."
        sub="Or it belongs to someone who has not shared it with you; the two look the same on purpose."
      />
      <p>
        <Link className="btn" to="/">
          Today
        </Link>
      </p>
    </div>
  )
}
