import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ask, holdDatabase, processesIn } from './database-holder.ts'

let whole: string
let folder: string

beforeAll(async () => {
  whole = mkdtempSync(join(tmpdir(), 'rapport-whole-'))
  const holder = await holdDatabase(whole)
  holder.child.kill('SIGINT')
  await holder.gone
})
afterAll(() => rmSync(whole, { recursive: true, force: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-damaged-'))
  rmSync(folder, { recursive: true })
  cpSync(whole, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const inCluster = (name: string) => join(folder, 'postgres', name)

test.each([
  {
    how: 'PG_VERSION is gone',
    says: 'is not whole: its file PG_VERSION is missing',
    do: () => rmSync(inCluster('PG_VERSION')),
  },
  {
    how: 'PG_VERSION is empty',
    says: 'its file PG_VERSION is damaged',
    do: () => truncateSync(inCluster('PG_VERSION')),
  },
  {
    how: 'PG_VERSION is noise',
    says: 'its file PG_VERSION is damaged',
    do: () => writeFileSync(inCluster('PG_VERSION'), '\u0000\u0001'),
  },
  {
    how: 'a later PostgreSQL made it',
    says: 'was made by PostgreSQL 99, newer than the',
    do: () => writeFileSync(inCluster('PG_VERSION'), '99\n'),
  },
  {
    how: 'an earlier PostgreSQL made it',
    says: 'was made by PostgreSQL 14; this Rapport brings',
    do: () => writeFileSync(inCluster('PG_VERSION'), '14\n'),
  },
  {
    how: 'pg_control is gone',
    says: 'global/pg_control is missing',
    do: () => rmSync(inCluster('global/pg_control')),
  },
  {
    how: 'pg_control is cut off',
    says: 'global/pg_control is damaged',
    do: () => truncateSync(inCluster('global/pg_control'), 100),
  },
  {
    how: 'pg_control is noise',
    says: 'database files are incompatible with server',
    do: () => writeFileSync(inCluster('global/pg_control'), Buffer.alloc(8192, 7)),
  },
  {
    how: 'the write-ahead log is gone',
    says: 'required WAL directory "pg_wal" does not exist',
    do: () => rmSync(inCluster('pg_wal'), { recursive: true }),
  },
  {
    how: 'the write-ahead log is cut off',
    says: 'could not locate a valid checkpoint record',
    do: () => {
      for (const name of readdirSync(inCluster('pg_wal')))
        if (/^\w{24}$/.test(name)) truncateSync(inCluster(`pg_wal/${name}`))
    },
  },
  {
    how: 'everything but PG_VERSION is gone',
    says: 'is not whole',
    do: () => {
      for (const name of readdirSync(inCluster('.')))
        if (name !== 'PG_VERSION') rmSync(inCluster(name), { recursive: true })
    },
  },
  {
    how: 'a file stands where the folder should be',
    says: 'is not whole',
    do: () => {
      rmSync(inCluster('.'), { recursive: true })
      writeFileSync(inCluster('.').replace(/\/$/, ''), 'x')
    },
  },
])('a database is refused in one plain line when $how', async ({ says, do: damage }) => {
  damage()
  const refused = await holdDatabase(folder).then(
    () => 'started',
    (error: Error) => error.message,
  )
  expect(refused).toContain(says)
  expect(refused.trim().split('\n')).toHaveLength(1)
  expect(refused).not.toContain('    at ')
  expect(processesIn(folder)).toEqual([])
})

test('a refused database starts again when what was missing is put back', async () => {
  const control = readFileSync(inCluster('global/pg_control'))
  rmSync(inCluster('global/pg_control'))
  await expect(holdDatabase(folder)).rejects.toThrow('pg_control is missing')
  writeFileSync(inCluster('global/pg_control'), control, { mode: 0o600 })
  const holder = await holdDatabase(folder)
  expect(await ask(holder.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  holder.child.kill('SIGINT')
  await holder.gone
})

test('an empty cluster folder counts as none', async () => {
  rmSync(inCluster('.'), { recursive: true })
  mkdirSync(join(folder, 'postgres'), { mode: 0o700 })
  const holder = await holdDatabase(folder)
  expect(holder.started).toBe(true)
  holder.child.kill('SIGINT')
  await holder.gone
})
