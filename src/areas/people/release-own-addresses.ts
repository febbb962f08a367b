import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/**
 * A member's own address is nobody else's: a person that was made of it is let go, as far as nothing else hangs on it.
 */
export async function releaseOwnAddresses(ctx: Ctx, addresses: readonly string[]): Promise<void> {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<{ personId: string }>`select distinct person_id from people.address
    where workspace_id = ${workspaceId} and address = any(${addresses}::text[]) and person_id is not null`.execute(
    ctx.tx,
  )
  if (rows.length === 0) return
  await sql`update people.address set person_id = null, evidence = 'your own address'
    where workspace_id = ${workspaceId} and address = any(${addresses}::text[])`.execute(ctx.tx)
  await sql`delete from people.person p where workspace_id = ${workspaceId} and id = any(${rows.map((row) => row.personId)}::uuid[])
    and not exists (select from people.address a where a.workspace_id = p.workspace_id and a.person_id = p.id)`.execute(
    ctx.tx,
  )
}
