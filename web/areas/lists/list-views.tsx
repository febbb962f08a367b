import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ListSearch } from '../../router.tsx'

type Props = {
  to: '/people' | '/companies'
  search: ListSearch
  onSearch: (change: ListSearch) => void
  views: { word: string; search: ListSearch }[]
}

function same(a: ListSearch, b: ListSearch): boolean {
  return a.relation === b.relation && a.owed === b.owed && a.layer === b.layer
}

/** The few ways to look at the list, and a field that narrows it by name. */
export function ListViews({ to, search, onSearch, views }: Props) {
  const [typed, setTyped] = useState(search.q ?? '')
  useEffect(() => {
    if (typed === (search.q ?? '')) return
    const timer = setTimeout(() => onSearch({ q: typed.trim() || undefined }), 180)
    return () => clearTimeout(timer)
  }, [typed, search.q, onSearch])
  return (
    <nav className="views" aria-label="Views">
      {views.map((view) => (
        <Link
          key={view.word}
          to={to}
          search={{ ...view.search, sort: search.sort, dir: search.dir, q: search.q }}
          {...(same(view.search, search) ? { 'aria-current': 'page' } : {})}
        >
          {view.word}
        </Link>
      ))}
      <search>
        <input
          className="field"
          type="search"
          aria-label="Narrow by name"
          placeholder="Narrow by name"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </search>
    </nav>
  )
}
