import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { DataFolderTaken, lockDataFolder, readRunningProgram } from './data-folder-lock.ts'

let database: FreshDatabase
let folder: string
const running = { port: 4280, address: 'http://127.0.0.1:4280', startedAt: new Date('2026-03-02T08:00:00Z') }

beforeAll(async () => {
  database = await freshDatabase('lock')
})
afterAll(() => database.drop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

async function refusal(): Promise<DataFolderTaken> {
  const refused = await lockDataFolder(folder, database.connection).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(DataFolderTaken)
  return refused as DataFolderTaken
}

describe('a data folder', () => {
  test('lets one program in, and the second is told where the first runs', async () => {
    const first = await lockDataFolder(folder, database.connection)
    first.announce(running)
    expect((await refusal()).message).toContain(
      `Rapport already runs on this folder: http://127.0.0.1:4280 (process ${process.pid}).`,
    )
    await first.release()
    expect(readRunningProgram(folder)).toBe(null)
    const second = await lockDataFolder(folder, database.connection)
    await second.release()
  })

  test('whose program has not yet said where it runs is taken all the same', async () => {
    const first = await lockDataFolder(folder, database.connection)
    expect((await refusal()).message).toContain(`(process ${process.pid}, just starting)`)
    await first.release()
  })

  test('with the note of a killed program, or a damaged one, is free', async () => {
    for (const note of [
      '{"pid":1,"port":4280,"address":"http://127.0.0.1:4280","startedAt":"x"}',
      '{"pid',
      '[]',
    ]) {
      writeFileSync(join(folder, 'rapport.json'), note)
      const lock = await lockDataFolder(folder, database.connection)
      lock.announce(running)
      expect(JSON.parse(readFileSync(join(folder, 'rapport.json'), 'utf8'))).toMatchObject({
        pid: process.pid,
      })
      await lock.release()
    }
  })

  test('is not named by the note of a program that no longer holds it', async () => {
    const first = await lockDataFolder(folder, database.connection)
    const note = { pid: 1, port: 1, address: 'http://127.0.0.1:1', startedAt: 'x' }
    writeFileSync(join(folder, 'rapport.json'), JSON.stringify(note))
    expect((await refusal()).message).not.toContain('127.0.0.1:1')
    await first.release()
  })

  test('is taken again by its program when the database dropped the connection', async () => {
    const first = await lockDataFolder(folder, database.connection)
    const other = new pg.Client(database.connection)
    await other.connect()
    const holder = `select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where application_name like 'rapport program%' and datname = current_database()`
    await other.query(holder)
    const held = `select from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and datname = current_database()`
    await expect.poll(async () => (await other.query(held)).rowCount).toBe(1)
    await other.end()
    expect((await refusal()).message).toContain(`process ${process.pid}`)
    await first.release()
  })
})
