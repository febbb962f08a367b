import { useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useAskPages } from '../../ask.ts'
import type { ListSearch } from '../../router.tsx'
import type { CompanyRow, PersonRow } from '../../shapes.ts'

/** Which way a column sorts when it is first chosen: names upwards, the rest from the most. */
function firstDir(sort: string): 'asc' | 'desc' {
  return sort === 'name' || sort === 'company' ? 'asc' : 'desc'
}

type Named = { people: PersonRow; companies: CompanyRow }

/** The rows of a list as its address asks for them, page after page, and the ways to change what it asks. */
export function useRows<K extends keyof Named>(kind: K, search: ListSearch & { companyId?: string }) {
  const navigate = useNavigate()
  const sort = search.sort ?? 'last'
  const dir = search.dir ?? firstDir(sort)
  const asked = useAskPages(kind === 'people' ? 'lists.people' : 'lists.companies', {
    ...search,
    sort,
    dir,
    limit: 100,
  })
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = asked
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
    (wanted: string) =>
      change({ sort: wanted, dir: wanted === sort ? (dir === 'asc' ? 'desc' : 'asc') : firstDir(wanted) }),
    [change, sort, dir],
  )
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  return { ...asked, rows, about: data?.pages[0]?.about ?? 0, sort, dir, change, onSort, onNearEnd }
}
