import { sql } from 'kysely'
import type { Work } from '../../../platform/house.ts'
import { within } from '../../../platform/perform.ts'
import { refreshThreadStates } from './state-of-threads.ts'

const atOnce = 500
const zero = '00000000-0000-0000-0000-000000000000'

/** Computes all of a member's thread states again, some at a time: after whose an address is was said anew. */
export const rereadStates: Work = {
  name: 'conversations.rereadStates',
  async run(house, actor, _input, signal) {
    const doing = {
      name: 'conversations.rereadStates',
      about: 'Compute thread states again',
      kind: 'action',
      quiet: true,
    } as const
    for (let after = zero; !signal.aborted; ) {
      const ids = await within(house, actor, doing, {}, async (ctx) => {
        const { rows } = await sql<{ threadId: string }>`select thread_id from conversations.thread_state
          where workspace_id = ${actor.workspaceId} and member_id = ${actor.memberId} and thread_id > ${after} order by thread_id limit ${atOnce}`.execute(
          ctx.tx,
        )
        const found = rows.map((row) => row.threadId)
        await refreshThreadStates(ctx, actor.memberId, found)
        return found
      })
      const last = ids.at(-1)
      if (!last) return
      after = last
    }
  },
}
