import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { refreshStandings } from './refresh-standings.ts'

/** People computed at once within the choice itself; at a larger company the rest follows in the background. */
const atOnce = 200

/** After a choice (made or taken back): computes those whom it is about again. Answers how many they are. */
export async function refreshChosen(ctx: Ctx, subject: string): Promise<number> {
  const { workspaceId, memberId } = ctx.actor
  const [kind, of] = [subject.slice(0, subject.indexOf(':')), subject.slice(subject.indexOf(':') + 1)]
  const { rows } =
    kind === 'person'
      ? { rows: [{ id: of }] }
      : await sql<{
          id: string
        }>`select distinct p.id from people.domain d join people.person p on p.workspace_id = d.workspace_id and p.company_id = d.company_id
          where d.workspace_id = ${workspaceId} and d.domain = ${of}`.execute(ctx.tx)
  const ids = rows.map((row) => row.id)
  await refreshStandings(ctx, ids.slice(0, atOnce))
  if (ids.length > atOnce) {
    await sql`insert into relationships.stale (workspace_id, member_id, person_id)
      select ${workspaceId}::uuid, ${memberId}::uuid, id from unnest(${ids.slice(atOnce)}::uuid[]) id on conflict do nothing`.execute(
      ctx.tx,
    )
    await ctx.later('relationships.refresh', {}, { key: `refresh ${workspaceId}` })
  }
  return ids.length
}
