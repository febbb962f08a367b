import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/** How many personal facts members have written down of each of these people. */
export async function personalFactsOf(
  ctx: Ctx,
  personIds: readonly string[],
  until?: Date,
): Promise<Map<string, number>> {
  const { rows } = await sql<{
    personId: string
    facts: number
  }>`select person_id, count(*)::int as facts from people.personal_fact
    where workspace_id = ${ctx.actor.workspaceId} and person_id = any(${personIds}::uuid[]) ${until ? sql`and at <= ${until}` : sql``} group by 1`.execute(
    ctx.tx,
  )
  return new Map(rows.map((row) => [row.personId, row.facts]))
}
