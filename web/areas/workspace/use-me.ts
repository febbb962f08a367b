import { useAsk } from '../../ask.ts'
import type { Me } from '../../shapes.ts'

/** Who is signed in, where, and how the mailboxes stand; undefined until it is known. */
export function useMe(): Me | undefined {
  return useAsk('workspace.me', {}, { staleTime: 60_000 }).data
}
