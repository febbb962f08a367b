import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/** Keeps where people are, in minutes east of UTC, as their own mails' dates say; null where none says. */
export async function learnZones(
  ctx: Ctx,
  zones: readonly { personId: string; zoneMinutes: number | null }[],
): Promise<void> {
  await sql`update people.person p set zone_minutes = z.minutes
    from unnest(${zones.map((each) => each.personId)}::uuid[], ${zones.map((each) => each.zoneMinutes)}::int2[]) z (id, minutes)
    where p.workspace_id = ${ctx.actor.workspaceId} and p.id = z.id and p.zone_minutes is distinct from z.minutes`.execute(
    ctx.tx,
  )
}
