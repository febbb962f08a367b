import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from '../log.ts'

/** Where the database is: what `pg` takes. */
export type Connection = pg.ClientConfig

export interface Database {
  /** As the application's role: row-level security holds. */
  pool: pg.Pool
  kysely: Kysely<unknown>
  /** As the owner's role: only the job runner and the migrations. */
  ownerPool: pg.Pool
  close(): Promise<void>
}

const asRole = (connection: Connection, role: string): Connection => ({
  ...connection,
  options: `-c role=${role} -c search_path=extension,pg_catalog -c timezone=UTC -c client_min_messages=warning`,
})

/** Opens the pools. Every connection works as a role without rights beyond its job, from its first statement on. */
export function connect(connection: Connection, log: Log, size = 10): Database {
  const pool = new pg.Pool({ ...asRole(connection, 'rapport_app'), max: size, application_name: 'rapport' })
  const ownerPool = new pg.Pool({
    ...asRole(connection, 'rapport_owner'),
    max: 4,
    application_name: 'rapport jobs',
  })
  for (const each of [pool, ownerPool]) {
    each.on('error', (error) => log.warn({ error: error.message }, 'A database connection was lost'))
    // One that is lost while it is lent out says so where it is used; unheard, it would end the process.
    each.on('connect', (client) => client.on('error', () => {}))
  }
  const kysely = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return {
    pool,
    kysely,
    ownerPool,
    async close() {
      // Kysely ends the pool only where it has used it.
      await Promise.allSettled([kysely.destroy(), ownerPool.end()])
      if (!pool.ended) await pool.end()
    },
  }
}
