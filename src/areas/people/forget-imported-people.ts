import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/**
 * Takes out the people, addresses and companies that came with an import, but those that `inUse` still finds in other
 * mails, and those that a member has worked on since (an edit, a note): these stay, and how many is answered.
 */
export async function forgetImportedPeople(
  ctx: Ctx,
  importId: string,
  inUse: readonly string[],
): Promise<{ removed: number; kept: number }> {
  const { workspaceId } = ctx.actor
  await sql`delete from people.address a where workspace_id = ${workspaceId} and import_id = ${importId}
    and not (a.id = any(${inUse}::uuid[]))
    and not exists (select from platform.journal j where j.workspace_id = a.workspace_id and j.tab = 'people.person' and j.key ->> 'id' = a.person_id::text)`.execute(
    ctx.tx,
  )
  const gone =
    await sql`delete from people.person p where workspace_id = ${workspaceId} and import_id = ${importId}
    and not exists (select from people.address a where a.workspace_id = p.workspace_id and a.person_id = p.id)
    and not exists (select from platform.journal j where j.workspace_id = p.workspace_id and j.tab = 'people.person' and j.key ->> 'id' = p.id::text)
    and not exists (select from people.personal_fact f where f.workspace_id = p.workspace_id and f.person_id = p.id)`.execute(
      ctx.tx,
    )
  await sql`delete from people.company c where workspace_id = ${workspaceId} and import_id = ${importId}
    and not exists (select from people.person p where p.workspace_id = c.workspace_id and p.company_id = c.id)
    and not exists (select from platform.journal j where j.workspace_id = c.workspace_id and j.tab = 'people.company' and j.key ->> 'id' = c.id::text)`.execute(
    ctx.tx,
  )
  const { rows } = await sql<{ kept: number }>`select count(*)::int as kept from people.person
    where workspace_id = ${workspaceId} and import_id = ${importId}`.execute(ctx.tx)
  return { removed: Number(gone.numAffectedRows ?? 0n), kept: rows[0]?.kept ?? 0 }
}
