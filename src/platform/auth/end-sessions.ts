import { sql } from 'kysely'
import type { Tx } from '../context.ts'

/** Signs a user out everywhere, with this transaction. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await sql`delete from auth.session where "userId" = ${userId}`.execute(tx)
}
