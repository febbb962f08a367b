import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { systemPostgres } from '../src/platform/db/embedded/postgres-binaries.ts'
import { type EmbeddedPostgres, startEmbedded } from '../src/platform/db/embedded/start-embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A socket that answers with the connection of this run's PostgreSQL, which the first question starts. */
    postgresDoor: string
  }
}

/** The database that every test's own one is copied from: made and migrated once a run. */
export const TEMPLATE = 'rapport_template'

/**
 * One throwaway PostgreSQL for a whole run of tests, begun when the first test asks for a database, so that a run
 * of pure rules doesn't wait for it. RAPPORT_TEST_PG=15 takes Debian's instead of the embedded one.
 */
export default function postgresForTests(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-test-'))
  let running: Promise<EmbeddedPostgres> | null = null
  const door = createServer((_question, answer) => {
    running ??= start(folder)
    running.then(
      ({ connection }) => answer.end(JSON.stringify(connection)),
      (error: Error) => answer.writeHead(500).end(error.stack),
    )
  })
  const socket = join(folder, 'door')
  door.listen(socket)
  project.provide('postgresDoor', socket)
  return async () => {
    door.closeAllConnections()
    door.close()
    await running?.then((postgres) => postgres.stop()).catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
}

async function start(folder: string): Promise<EmbeddedPostgres> {
  const version = process.env.RAPPORT_TEST_PG
  const postgres = await startEmbedded({
    folder: join(folder, 'data'),
    log: () => {},
    durable: false,
    binaries: version ? systemPostgres(`/usr/lib/postgresql/${version}/bin`) : undefined,
  })
  const { migrate } = await import('../src/platform/db/migrate.ts')
  await run(new pg.Client(postgres.connection), `create database ${TEMPLATE}`)
  await migrate({ ...postgres.connection, database: TEMPLATE })
  return postgres
}

async function run(client: pg.Client, statement: string): Promise<void> {
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
