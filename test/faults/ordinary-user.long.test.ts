// needs: root
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  ask,
  type Holder,
  type HolderOptions,
  holdDatabase,
  postmaster,
  processesIn,
} from './database-holder.ts'

// A number that the system has a name for, and that is neither root nor the one PostgreSQL runs as.
const ORDINARY = { uid: 65534, gid: 65534 }

let base: string
let folder: string
let holder: Holder | null = null

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'rapport-users-'))
  chmodSync(base, 0o755)
  folder = join(base, 'home', 'data')
  mkdirSync(join(base, 'home'))
})
afterEach(async () => {
  await letGo()
  rmSync(base, { recursive: true, force: true })
})

async function use(options?: HolderOptions): Promise<number> {
  holder = await holdDatabase(folder, options)
  await ask(holder.connection, 'create table if not exists kept (id int)')
  await ask(holder.connection, 'insert into kept values (1)')
  const rows = await ask(holder.connection, 'select count(*)::int as rows from kept')
  return Number(rows[0]?.rows)
}

async function letGo(): Promise<void> {
  holder?.child.kill('SIGINT')
  await holder?.gone
  holder = null
}

test('root, who starts it on a folder of its own, owns the files', async () => {
  expect(await use()).toBe(1)
  expect(statSync(join(folder, 'postgres')).uid).toBe(process.getuid?.())
  await letGo()
  expect(await use()).toBe(2)
})

describe('an ordinary user', () => {
  beforeEach(() => chownSync(join(base, 'home'), ORDINARY.uid, ORDINARY.gid))

  test('runs it with files and processes of their own, and it ends with a kill of the program', async () => {
    expect(await use(ORDINARY)).toBe(1)
    expect(statSync(join(folder, 'postgres')).uid).toBe(ORDINARY.uid)
    expect(statSync(`/proc/${postmaster(folder)}`).uid).toBe(ORDINARY.uid)
    holder?.child.kill('SIGKILL')
    await holder?.gone
    await expect.poll(() => processesIn(folder), { timeout: 20_000 }).toEqual([])
    expect(await use(ORDINARY)).toBe(2)
  })

  test('can go on after root has run it once on their folder', async () => {
    await use(ORDINARY)
    await letGo()
    expect(await use()).toBe(2)
    await letGo()
    expect(await use(ORDINARY)).toBe(3)
  })
})
