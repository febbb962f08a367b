import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useAsk } from '../../ask.ts'
import type { CompanyRow, Found, PersonRow } from '../../catalogue.ts'

const NONE: Found = { people: [], companies: [], messages: [] }

function useLater(value: string, ms: number): string {
  const [later, setLater] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return later
}

/** What the page itself remembers from the lists it has shown: found at once, while the server is asked. */
function useRemembered(typed: string): Found {
  const client = useQueryClient()
  return useMemo(() => {
    if (typed.length < 2) return NONE
    const q = typed.toLowerCase()
    const rows = (name: string) =>
      client
        .getQueriesData<{ pages?: { items: unknown[] }[] }>({ queryKey: [name] })
        .flatMap(([, data]) => data?.pages?.flatMap((page) => page.items) ?? [])
    const people = new Map<string, Found['people'][number]>()
    for (const row of rows('lists.people') as PersonRow[]) {
      if (people.size >= 5) break
      if (`${row.name} ${row.company?.name ?? ''}`.toLowerCase().includes(q))
        people.set(row.id, {
          id: row.id,
          name: row.name,
          company: row.company?.name ?? null,
          address: row.address,
        })
    }
    const companies = new Map<string, Found['companies'][number]>()
    for (const row of rows('lists.companies') as CompanyRow[]) {
      if (companies.size >= 4) break
      if (row.name.toLowerCase().includes(q))
        companies.set(row.id, { id: row.id, name: row.name, domain: row.domain })
    }
    return { people: [...people.values()], companies: [...companies.values()], messages: [] }
  }, [client, typed])
}

/** People, companies and mails for what is typed: from memory at once, from the server when it has answered. */
export function useFind(typed: string): { found: Found; asking: boolean } {
  const later = useLater(typed, 90)
  const remembered = useRemembered(typed)
  const asked = useAsk(
    'lists.search',
    { q: later },
    { enabled: later.length >= 2, keep: true, staleTime: 30_000 },
  )
  if (typed.length < 2) return { found: NONE, asking: false }
  const settled = later === typed && asked.data && !asked.isPlaceholderData
  return { found: settled ? asked.data : remembered, asking: !settled && !asked.isError }
}
