import { sql } from 'kysely'
import type { Tx } from '../context.ts'

/** A table's columns as arrays of equal length, each with its Postgres type. */
export type Columns = Record<string, { type: string; values: readonly unknown[] }>

/**
 * Inserts many rows with one statement (unnest): the way for hundreds to thousands of rows inside a transaction.
 * `table` and column names come from code, never from input. `conflict` is what follows "on conflict".
 */
export async function insertRows(
  tx: Tx,
  table: string,
  workspaceId: string,
  columns: Columns,
  conflict?: string,
): Promise<number> {
  const names = Object.keys(columns)
  if ((columns[names[0] ?? '']?.values.length ?? 0) === 0) return 0
  const arrays = Object.values(columns).map(
    ({ type, values }) =>
      sql`${type === 'jsonb' ? values.map((value) => JSON.stringify(value)) : values}::${sql.raw(type)}[]`,
  )
  const result = await sql`insert into ${sql.raw(table)} (workspace_id, ${sql.raw(names.join(', '))})
    select ${workspaceId}::uuid, * from unnest(${sql.join(arrays)}) ${sql.raw(conflict ? `on conflict ${conflict}` : '')}`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0n)
}
