import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { unavailable } from '../refusal.ts'

const silent = new Logger(() => () => {})
const folder = join(import.meta.dirname, '../../../db')

interface Migration {
  name: string
  sql: string
  hash: string
}

/** The migrations of this version, in order. */
export function migrations(): Migration[] {
  return readdirSync(join(folder, 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, 'migrations', name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Brings a database to this version: roles and extensions, then each migration that it has not had, each in a
 * transaction of its own under one lock, so that a kill leaves a whole version and two at once take turns.
 */
export async function migrate(
  connection: pg.ClientConfig,
  log: (line: string) => void = () => {},
): Promise<void> {
  const client = new pg.Client({ ...connection, application_name: 'rapport migrate' })
  await client.connect()
  try {
    const version = Number((await client.query('show server_version_num')).rows[0].server_version_num)
    if (version < 150000) throw unavailable('Rapport needs PostgreSQL 15 or later; this server is older.')
    await client.query('select pg_advisory_lock(727002)')
    await client.query(readFileSync(join(folder, 'setup.sql'), 'utf8'))
    await client.query(
      'set role rapport_owner; set client_min_messages = warning; set search_path = pg_catalog, extension',
    )
    await client.query(`create schema if not exists rapport;
      create table if not exists rapport.migration (name text primary key, hash text not null, at timestamptz not null default now())`)
    const had = new Map<string, string>()
    for (const row of (await client.query('select name, hash from rapport.migration')).rows)
      had.set(row.name, row.hash)
    const all = migrations()
    const newer = [...had.keys()].filter((name) => !all.some((migration) => migration.name === name))
    if (newer.length > 0)
      throw unavailable(
        `This database was written by a later Rapport (${newer[0]}).`,
        'Start the version that you had before, or a later one.',
      )
    for (const migration of all) {
      const before = had.get(migration.name)
      if (before === migration.hash) continue
      if (before) throw unavailable(`The migration ${migration.name} is not the one this database has had.`)
      log(`Migrating: ${migration.name}`)
      await client.query('begin')
      await client.query(migration.sql)
      await client.query('insert into rapport.migration (name, hash) values ($1, $2)', [
        migration.name,
        migration.hash,
      ])
      await client.query('commit')
    }
    await jobTables(connection)
    await client.query(`create or replace function platform.later(task text, payload json, run_at timestamptz, key text) returns void
      language sql security definer set search_path = pg_catalog, pg_temp
      as $$ select graphile_worker.add_job(task, payload, run_at => run_at, job_key => key, max_attempts => 8) $$;
      revoke all on function platform.later(text, json, timestamptz, text) from public;
      grant execute on function platform.later(text, json, timestamptz, text) to rapport_app`)
  } finally {
    await client.end()
  }
}

async function jobTables(connection: pg.ClientConfig): Promise<void> {
  const pool = new pg.Pool({
    ...connection,
    max: 1,
    options: '-c role=rapport_owner -c client_min_messages=warning',
  })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool: pool, logger: silent })
  } finally {
    await pool.end()
  }
}
