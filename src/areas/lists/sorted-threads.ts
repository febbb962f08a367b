import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import type { OpenThread } from '../conversations/door.ts'
import { counts, type Relation } from '../relationships/door.ts'

/** What a screen says of a thread. `not-counted`: they asked, and their mail does not count; Today folds it into one line. */
export interface ThreadSaid {
  state: 'owed-by-me' | 'waiting-for-them' | 'not-counted' | 'closed' | 'needs-no-reply'
  because: string
}

/**
 * The threads' states as every screen shows them: what is owed to somebody whose mail counts is owed, and stands on
 * Today; what others asked is told apart, so that no screen calls owed what Today does not hold.
 */
export async function sortedThreads(
  ctx: Ctx,
  open: ReadonlyMap<string, OpenThread>,
): Promise<Map<string, ThreadSaid>> {
  const addresses = [...open.values()].flatMap(({ state }) =>
    state.personAddress ? [state.personAddress] : [],
  )
  const { rows } = await sql<{ address: string; relation: Relation }>`
    select a.address, r.relation from people.address a join relationships.relation r on r.workspace_id = a.workspace_id and r.person_id = a.person_id
    where a.workspace_id = ${ctx.actor.workspaceId} and a.address = any(${addresses}::text[])`.execute(ctx.tx)
  const relations = new Map(rows.map((row) => [row.address, row.relation]))
  return new Map(
    [...open].map(([threadId, { state }]) => {
      const relation = relations.get(state.personAddress ?? '') ?? 'unsorted'
      const isOpen = state.state === 'owed-by-me' || state.state === 'waiting-for-them'
      return [
        threadId,
        isOpen && !counts(relation)
          ? { state: 'not-counted', because: `${state.because}; ${relation}` }
          : { state: state.state, because: state.because },
      ]
    }),
  )
}
