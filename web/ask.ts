import {
  type InfiniteData,
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { call, type Refusal } from './api.ts'
import type { Input, OperationName, Output } from './catalogue.ts'

/** One memory of answers for the whole page. Refusals are not tried again; a silent server is, twice. */
export const memory = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 10 * 60_000,
      retry: (count, error) => (error as Refusal).status === 0 && count < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

type Settings = { enabled?: boolean; refetchInterval?: number | false; keep?: boolean; staleTime?: number }

/** Asks a question of the catalogue and keeps its answer under [name, input]. */
export function useAsk<N extends OperationName>(name: N, input: Input<N>, settings: Settings = {}) {
  const { keep, ...rest } = settings
  return useQuery<Output<N>, Refusal>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, signal),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
    ...rest,
  })
}

type Paged = {
  [N in OperationName]: Output<N> extends { items: unknown[]; next: string | null } ? N : never
}[OperationName]

/** Asks a list page by page, by its cursor. */
export function useAskPages<N extends Paged>(name: N, input: Input<N>, settings: { enabled?: boolean } = {}) {
  return useInfiniteQuery<Output<N>, Refusal, InfiniteData<Output<N>>, unknown[], string | undefined>({
    queryKey: [name, input, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      call(name, (pageParam ? { ...input, cursor: pageParam } : input) as Input<N>, signal),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last as { next: string | null }).next ?? undefined,
    placeholderData: keepPreviousData,
    ...settings,
  })
}

/** Makes every kept answer of the named areas old, so that what is on screen asks again. */
export function forget(client: QueryClient, areas: string[]): Promise<void> {
  return client.invalidateQueries({
    predicate: (query) => areas.includes(String(query.queryKey[0]).split('.')[0] ?? ''),
  })
}

export { useQueryClient }
