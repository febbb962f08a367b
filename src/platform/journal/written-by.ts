import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

/** One row that an action wrote: its key, and what it held before; null where it is new. */
export interface WrittenRow {
  key: Record<string, string>
  before: Record<string, unknown> | null
}

/** The rows of a table that an action wrote so far, the present one too: so that a listener knows what an undo put back. */
export async function writtenBy(ctx: Ctx, actionId: string, table: string): Promise<WrittenRow[]> {
  const { rows } = await sql<WrittenRow>`select key, before from platform.journal
    where workspace_id = ${ctx.actor.workspaceId} and action_id = ${actionId} and tab = ${table} order by id`.execute(
    ctx.tx,
  )
  return rows
}
