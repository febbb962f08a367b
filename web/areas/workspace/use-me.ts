import { useAsk } from '../../ask.ts'
import type { Me } from '../../catalogue.ts'

/** Who is signed in, and where; undefined until it is known. */
export function useMe(): Me | undefined {
  return useAsk('workspace.me', {}, { staleTime: 60_000 }).data
}
