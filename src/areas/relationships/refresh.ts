import { sql } from 'kysely'
import type { Work } from '../../platform/house.ts'
import { within } from '../../platform/perform.ts'
import { standingsChanged } from './facts.ts'
import { refreshStandings } from './refresh-standings.ts'

/** People computed in one transaction. */
const atOnce = 300

/** Computes all standings that have become stale, some people at a time, until none is left. */
export const refresh: Work = {
  name: 'relationships.refresh',
  async run(house, actor, _input, signal) {
    const doing = {
      name: 'relationships.refresh',
      about: 'Compute how members stand with people',
      kind: 'action',
      quiet: true,
    } as const
    while (!signal.aborted) {
      const found = await within(house, actor, doing, {}, async (ctx) => {
        const { rows } = await sql<{ personId: string; memberId: string }>`
          delete from relationships.stale s using (
            select workspace_id, member_id, person_id from relationships.stale where workspace_id = ${actor.workspaceId}
            limit ${atOnce} for update skip locked) x
          where s.workspace_id = x.workspace_id and s.member_id = x.member_id and s.person_id = x.person_id
          returning s.person_id, s.member_id`.execute(ctx.tx)
        if (rows.length === 0) return 0
        await refreshStandings(ctx, [...new Set(rows.map((row) => row.personId))])
        for (const [memberId, of] of Map.groupBy(rows, (row) => row.memberId))
          ctx.tell(standingsChanged, { memberId, people: of.length }, memberId)
        return rows.length
      })
      if (found === 0) return
    }
  },
}
