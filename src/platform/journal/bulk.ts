import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

/** From here to the end of the transaction nothing goes into the journal row by row: what is written carries its import's id instead. */
export async function writesInBulk(ctx: Ctx): Promise<void> {
  await sql`set local app.bulk = 'on'`.execute(ctx.tx)
}
