import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { workedOnAmong } from './worked-on.ts'

/**
 * Takes out the people, addresses and companies that came with an import, but for those that stay: on mails of other
 * imports (`inUse`: address and the import that has it now), and those on whom a member worked (`kept`: and these). What
 * stays belongs to that other import from now on, or to nobody but the members. Answers how many people went, and how
 * many stay for a member's sake alone.
 */
export async function forgetImportedPeople(
  ctx: Ctx,
  importId: string,
  inUse: readonly { addressId: string; importId: string }[],
  kept: readonly string[],
): Promise<{ removed: number; kept: number }> {
  const { workspaceId } = ctx.actor
  const ours = sql`workspace_id = ${workspaceId} and import_id = ${importId}`
  await sql`update people.address a set import_id = n.import_id
    from unnest(${inUse.map((each) => each.addressId)}::uuid[], ${inUse.map((each) => each.importId)}::uuid[]) n (id, import_id)
    where a.workspace_id = ${workspaceId} and a.id = n.id and a.import_id = ${importId}`.execute(ctx.tx)
  const { rows: came } = await sql<{ id: string }>`select id from people.person where ${ours}`.execute(ctx.tx)
  const ids = came.map((each) => each.id)
  const worked = await workedOnAmong(ctx, ids)
  const stay = ids.filter((id) => worked.has(id) || kept.includes(id))
  await sql`update people.address set import_id = null where ${ours} and person_id = any(${stay}::uuid[])`.execute(
    ctx.tx,
  )
  await sql`delete from people.address where ${ours}`.execute(ctx.tx)
  const firstAddress = sql`select a.import_id from people.address a where a.workspace_id = p.workspace_id and a.person_id = p.id`
  const gone =
    await sql`delete from people.person p where p.workspace_id = ${workspaceId} and p.import_id = ${importId}
    and not exists (${firstAddress}) and not (p.id = any(${stay}::uuid[]))`.execute(ctx.tx)
  await sql`update people.person p set import_id = (${firstAddress} order by a.address limit 1) where ${ours}`.execute(
    ctx.tx,
  )
  const itsPeople = sql`select p.import_id from people.person p where p.workspace_id = c.workspace_id and p.company_id = c.id`
  const edited = sql`exists (select from platform.journal j where j.workspace_id = c.workspace_id and j.tab = 'people.company' and j.key ->> 'id' = c.id::text)`
  await sql`delete from people.company c where c.workspace_id = ${workspaceId} and c.import_id = ${importId}
    and not exists (${itsPeople}) and not ${edited}`.execute(ctx.tx)
  await sql`update people.company c set import_id = case when ${edited} then null else (${itsPeople} order by p.id limit 1) end where ${ours}`.execute(
    ctx.tx,
  )
  await sql`update people.domain d set import_id = c.import_id from people.company c
    where d.workspace_id = ${workspaceId} and d.import_id = ${importId} and c.workspace_id = d.workspace_id and c.id = d.company_id`.execute(
    ctx.tx,
  )
  const { rows } = await sql<{ kept: number }>`select count(*)::int as kept from people.person p
    where p.workspace_id = ${workspaceId} and p.id = any(${stay}::uuid[]) and not exists (select from people.address a
      where a.workspace_id = p.workspace_id and a.person_id = p.id and a.import_id is not null)`.execute(
    ctx.tx,
  )
  return { removed: Number(gone.numAffectedRows ?? 0n), kept: rows[0]?.kept ?? 0 }
}
