import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import type { Work } from '../../platform/house.ts'
import { within } from '../../platform/perform.ts'
import { standingsChanged } from './facts.ts'
import { refreshStandings } from './refresh-standings.ts'

/** People computed in one transaction. */
const atOnce = 300

/** After the moment at which an ask settles, by so much: two machines' clocks may differ. */
const slack = 120_000

/**
 * Computes all standings that have become stale, some people at a time, until none is left: those that mails, notes and
 * members changed, and those whose open asks have settled by now. Leaves a job for the next one that will.
 */
export const refresh: Work = {
  name: 'relationships.refresh',
  async run(house, actor, _input, signal) {
    const doing = {
      name: 'relationships.refresh',
      about: 'Compute how members stand with people',
      kind: 'action',
      quiet: true,
    } as const
    const step = <R>(run: (ctx: Ctx) => Promise<R>) => within(house, actor, doing, {}, run)
    await step(markSettled)
    for (let refreshed = 0; !signal.aborted; ) {
      const found = await step(async (ctx) => {
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
      refreshed += found
      if (found > 0) continue
      // Without anything done there is nothing new to wait for, and the job that was left is still there.
      if (refreshed > 0) await step(waitForNext)
      return
    }
  },
}

async function markSettled(ctx: Ctx): Promise<void> {
  await sql`insert into relationships.stale (workspace_id, member_id, person_id)
    select workspace_id, member_id, person_id from relationships.standing
    where workspace_id = ${ctx.actor.workspaceId} and settles_at <= ${ctx.now} on conflict do nothing`.execute(
    ctx.tx,
  )
}

async function waitForNext(ctx: Ctx): Promise<void> {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<{ next: Date | null }>`select min(settles_at) as next from relationships.standing
    where workspace_id = ${workspaceId} and settles_at > ${ctx.now}`.execute(ctx.tx)
  const next = rows[0]?.next
  if (!next) return
  const runAt = new Date(next.getTime() + slack)
  await ctx.later('relationships.refresh', {}, { key: `settle ${workspaceId}`, runAt })
}
