import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useAskPages } from '../../ask.ts'
import type { CompanyRow, PersonRow } from '../../catalogue.ts'
import type { ListSearch, ListSort } from '../../router.tsx'

/** Which way a column sorts when it is first chosen: names upwards, the rest from the most. */
function firstDir(sort: ListSort): 'asc' | 'desc' {
  return sort === 'name' ? 'asc' : 'desc'
}

/** What companies may be sorted by too; the page of companies offers no other. */
type CompanySort = { sort: 'name' | 'last' }
type Named = { people: PersonRow; companies: CompanyRow }

/** The rows of a list as its address asks for them, page after page, and the ways to change what it asks. */
export function useRows<K extends keyof Named>(kind: K, search: ListSearch & { companyId?: string }) {
  const navigate = useNavigate()
  const { sort = 'last', owed, ...filters } = search
  const dir = search.dir ?? firstDir(sort)
  const wanted = { ...filters, sort, dir, limit: 100, ...(owed ? { owed: 'true' } : {}) }
  const asked = useAskPages(
    kind === 'people' ? 'lists.people' : 'lists.companies',
    wanted as typeof wanted & CompanySort,
  )
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = asked
  const count = data?.pages[0]?.count ?? null
  const rows = useMemo(
    () => (data?.pages.flatMap((page) => page.items as unknown[]) ?? []) as Named[K][],
    [data],
  )
  const to = kind === 'people' ? '/people' : '/companies'
  const change = useCallback(
    (next: ListSearch) =>
      navigate({ to, search: (before: ListSearch) => ({ ...before, ...next }), replace: true }),
    [navigate, to],
  )
  const onSort = useCallback(
    (next: ListSort) =>
      change({ sort: next, dir: next === sort ? (dir === 'asc' ? 'desc' : 'asc') : firstDir(next) }),
    [change, sort, dir],
  )
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { ...asked, rows, count, sort, dir, change, onSort, onNearEnd }
}
