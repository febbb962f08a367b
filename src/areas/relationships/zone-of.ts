import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/** Each member's time zone: what a day is, is decided there. */
export async function zoneOf(ctx: Ctx): Promise<Map<string, string>> {
  const { rows } = await sql<{
    id: string
    timeZone: string
  }>`select id, time_zone from platform.member where workspace_id = ${ctx.actor.workspaceId}`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.id, row.timeZone]))
}
