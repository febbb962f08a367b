import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'

/** People of whom a member wrote something down: they stay whatever mails come and go. */
export async function peopleWithNotes(ctx: Ctx): Promise<Set<string>> {
  const { rows } = await sql<{ personId: string }>`select distinct person_id from conversations.activity
    where workspace_id = ${ctx.actor.workspaceId}`.execute(ctx.tx)
  return new Set(rows.map((row) => row.personId))
}
