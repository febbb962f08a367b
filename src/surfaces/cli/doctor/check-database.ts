import { migrations } from '../../../platform/db/migrate.ts'
import type { House } from '../../../platform/house.ts'
import type { Finding } from './finding.ts'

/** The server's version, the schema's, the application's role, the journal of it, and the queue. */
export async function checkDatabase(house: House): Promise<Finding[]> {
  const { pool, ownerPool } = house.database
  const one = async <R extends object>(query: string, as = ownerPool): Promise<R> =>
    (await as.query<R>(query)).rows[0] as R
  const server = await one<{ version: string; size: string }>(
    "select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size",
  )
  const had = await one<{ n: number }>('select count(*)::int as n from rapport.migration')
  const wanted = migrations().length
  const role = await one<{ name: string; safe: boolean }>(
    `select current_user as name, not (rolsuper or rolbypassrls) and not exists (select from pg_class where relowner = r.oid) as safe
       from pg_roles r where rolname = current_user`,
    pool,
  )
  const queue = await one<{ waiting: number; failed: number }>(
    `select count(*) filter (where attempts < max_attempts)::int as waiting,
        count(*) filter (where attempts >= max_attempts)::int as failed from graphile_worker.jobs`,
  )
  const { rows: reasons } = await ownerPool.query<{ error: string }>(
    `select distinct split_part(last_error, E'\\n', 1) as error from graphile_worker.jobs
       where attempts >= max_attempts and last_error is not null limit 3`,
  )
  return [
    { what: 'PostgreSQL', ok: true, says: `${server.version}; the database takes ${server.size}` },
    {
      what: 'migrations',
      ok: had.n === wanted,
      says: `${had.n} of ${wanted}`,
      mend: 'Start Rapport: it migrates by itself.',
    },
    {
      what: 'role',
      ok: role.safe,
      says: role.safe
        ? `${role.name}, which row-level security holds for`
        : `${role.name} passes row-level security by`,
      mend: `Take superuser, bypassrls and all ownership from ${role.name}.`,
    },
    {
      what: 'jobs',
      ok: queue.failed === 0,
      says: [`${queue.waiting} waiting, ${queue.failed} given up`, ...reasons.map(({ error }) => error)].join(
        '; ',
      ),
      mend: 'Read the reason above; what failed is tried again when it is asked for again.',
    },
  ]
}
