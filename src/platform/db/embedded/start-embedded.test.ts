import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type EmbeddedPostgres, startEmbedded } from './start-embedded.ts'

let base: string
let running: EmbeddedPostgres[] = []

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'rapport-embedded-'))
})
afterEach(async () => {
  for (const postgres of running) await postgres.stop()
  running = []
})
afterAll(() => rmSync(base, { recursive: true, force: true }))

// The kernel ends PostgreSQL with the thread that began it; a test's worker may be one.
async function start(folder: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded({ folder, log: () => {}, durable: false, lifetime: 'last-user' })
  running.push(postgres)
  return postgres
}

async function ask(postgres: EmbeddedPostgres, question: string): Promise<Record<string, unknown>> {
  const client = new pg.Client(postgres.connection)
  await client.connect()
  try {
    return (await client.query(question)).rows[0]
  } finally {
    await client.end()
  }
}

test('an empty folder becomes a database that only its owner can reach, in UTF-8, with sums on its pages', async () => {
  const folder = join(base, 'a folder, with "odd" names é')
  const postgres = await start(folder)
  expect(postgres.started).toBe(true)
  expect(
    await ask(
      postgres,
      `select current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding,
        current_setting('data_checksums') as sums, 'ß' < 'z' as "byLocale", current_database() as name`,
    ),
  ).toEqual({ addresses: '', encoding: 'UTF8', sums: 'on', byLocale: false, name: 'rapport' })
  for (const path of [folder, postgres.connection.host]) expect(statSync(path).mode & 0o077).toBe(0)
})

test('a folder deeper than a socket’s path may be long works all the same', async () => {
  const folder = join(base, ...Array.from({ length: 12 }, () => 'as-deep-as-folders-get'))
  expect(folder.length).toBeGreaterThan(200)
  const postgres = await start(folder)
  expect(postgres.connection.host.length).toBeLessThan(93)
  expect(await ask(postgres, 'select 1 as one')).toEqual({ one: 1 })
  rmSync(postgres.connection.host, { recursive: true, force: true })
})

test('a folder is the same one by any of its names', async () => {
  mkdirSync(join(base, 'real'))
  symlinkSync(join(base, 'real'), join(base, 'link'))
  const first = await start(join(base, 'link'))
  const second = await start(join(base, 'real'))
  expect([first.started, second.started]).toEqual([true, false])
})
