import type { House } from '../../../platform/house.ts'

/** Holds an import for this process by an advisory lock on a connection of its own; null where another has it. */
export async function holdImport(
  house: House,
  importId: string,
): Promise<{ release(): Promise<void> } | null> {
  const client = await house.database.pool.connect()
  const { rows } = await client.query<{ held: boolean }>(
    'select pg_try_advisory_lock(727200, hashtext($1)) as held',
    [importId],
  )
  if (!rows[0]?.held) {
    client.release()
    return null
  }
  return {
    async release() {
      await client.query('select pg_advisory_unlock(727200, hashtext($1))', [importId]).catch(() => {})
      client.release()
    },
  }
}
