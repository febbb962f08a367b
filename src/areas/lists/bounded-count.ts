import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '../../platform/context.ts'

/** Beyond this a list says "or more": counting on would read every row for a figure that nobody acts on. */
const most = 10_000

/** How many lines a list has in all. Only its first page says so, the later ones null. */
export const listCount = z.object({ n: z.number(), orMore: z.boolean() }).nullable()

/** Counts the rows of a query without its order and its cursor, as far as `most`. */
export async function boundedCount(ctx: Ctx, from: RawBuilder<unknown>): Promise<z.infer<typeof listCount>> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select 1 ${from} limit ${most + 1}) counted`.execute(ctx.tx)
  const n = rows[0]?.n ?? 0
  return { n: Math.min(n, most), orMore: n > most }
}
