import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/**
 * Those of some people on whom a member has worked: typed in, edited, told something of, or said whose mail it is, and
 * not taken back. What came in by itself is never held against anyone.
 */
export async function workedOnAmong(ctx: Ctx, personIds: readonly string[]): Promise<Set<string>> {
  const { workspaceId } = ctx.actor
  const ids = [...new Set(personIds)]
  const stands = sql`not exists (select from platform.action a where a.workspace_id = j.workspace_id
    and (a.id = j.action_id and a.undone_by is not null or a.undone_by = j.action_id))`
  const { rows } = await sql<{ id: string }>`
    select id from people.person where workspace_id = ${workspaceId} and id = any(${ids}::uuid[]) and name_source = 'typed'
    union select person_id from people.personal_fact where workspace_id = ${workspaceId} and person_id = any(${ids}::uuid[])
    union select (j.key ->> 'id')::uuid from platform.journal j
      where j.workspace_id = ${workspaceId} and j.tab = 'people.person' and j.key ->> 'id' = any(${ids}::text[]) and ${stands}
    union select substr(j.key ->> 'subject', 8)::uuid from platform.journal j
      where j.workspace_id = ${workspaceId} and j.key ->> 'subject' = any(${ids.map((id) => `person:${id}`)}::text[]) and ${stands}`.execute(
    ctx.tx,
  )
  return new Set(rows.map((row) => row.id))
}
