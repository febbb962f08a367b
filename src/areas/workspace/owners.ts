import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { conflict } from '../../platform/refusal.ts'

/** Takes the owners' rows, so that two owners can't at once take the rights from each other. Before any change of rights. */
export async function lockOwners(ctx: Ctx): Promise<void> {
  await sql`select id from platform.member where workspace_id = ${ctx.actor.workspaceId} and role = 'owner' and ended_at is null
    order by id for update`.execute(ctx.tx)
}

/** A workspace is never without an owner. After a change of rights, in the same transaction. */
export async function assertOwnerLeft(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from platform.member where workspace_id = ${ctx.actor.workspaceId} and role = 'owner' and ended_at is null limit 1`.execute(
    ctx.tx,
  )
  if (!rows[0]) throw conflict('The last owner stays.', 'Make somebody else an owner first.')
}
