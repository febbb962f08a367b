import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/** A person's addresses, lower case. */
export async function addressesOf(ctx: Ctx, personId: string): Promise<Set<string>> {
  const { rows } = await sql<{ address: string }>`select address from people.address
    where workspace_id = ${ctx.actor.workspaceId} and person_id = ${personId}`.execute(ctx.tx)
  return new Set(rows.map((row) => row.address))
}
