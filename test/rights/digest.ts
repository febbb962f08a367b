import type { Pool } from 'pg'

/** A figure of all that the database holds: another one, and something was written somewhere. Queues count too. */
export async function digestOf(pool: Pool): Promise<() => Promise<string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_' order by 1`,
  )
  const parts = rows.map(
    ({ name }) =>
      `(select '${name} ' || count(*) || ' ' || coalesce(sum(hashtext(t::text)), 0) from ${name} t)`,
  )
  const query = `select concat_ws(E'\\n', ${parts.join(', ')}) as digest`
  return async () => (await pool.query<{ digest: string }>(query)).rows[0]?.digest ?? ''
}

/** The tables by which two digests differ. */
export function differing(before: string, after: string): string[] {
  const had = new Set(before.split('\n'))
  return after
    .split('\n')
    .filter((line) => !had.has(line))
    .map((line) => line.split(' ')[0] as string)
}
