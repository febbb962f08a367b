import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'

/** The addresses that members said are their own, of all members: a colleague who works here too is no contact. */
export async function ownOfAll(ctx: Ctx): Promise<Set<string>> {
  const { rows } = await sql<{ address: string }>`select distinct address from conversations.own_address
    where workspace_id = ${ctx.actor.workspaceId} and role = 'self'`.execute(ctx.tx)
  return new Set(rows.map((row) => row.address))
}
