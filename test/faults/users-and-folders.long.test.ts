import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
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
const isRoot = process.getuid?.() === 0

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

test('the one who starts it, root or not, owns the files', async () => {
  expect(await use()).toBe(1)
  expect(statSync(join(folder, 'postgres')).uid).toBe(process.getuid?.())
  await letGo()
  expect(await use()).toBe(2)
})

describe.runIf(isRoot)('an ordinary user', () => {
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

// As in many containers: root, but no user namespaces. The limit is set inside a namespace of this test's own, in
// which everybody keeps their number; who is in it can't write that down themselves, a process outside does.
const refused = [
  'sh',
  '-c',
  `mine=$(readlink /proc/self/ns/user); me=$$
  (until [ "$(readlink /proc/$me/ns/user)" != "$mine" ]; do sleep 0.02; done
   echo 0 0 65536 > /proc/$me/uid_map; echo 0 0 65536 > /proc/$me/gid_map) >/dev/null 2>&1 &
  exec unshare --user sh -c 'until [ "$(id -u)$(id -g)" = 00 ]; do sleep 0.02; done; exec "$@"' sh \
    sh -c 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"' sh "$@"`,
  'sh',
]
const canRefuse =
  isRoot &&
  spawnSync(refused[0] ?? '', [...refused.slice(1), 'true'], { stdio: 'ignore', timeout: 10_000 }).status ===
    0

describe.runIf(canRefuse)('root without user namespaces', () => {
  test('runs it as a user of the system', async () => {
    chmodSync(join(base, 'home'), 0o755)
    expect(await use({ wrap: refused })).toBe(1)
    const { uid } = statSync(join(folder, 'postgres'))
    expect(uid).not.toBe(0)
    expect(statSync(`/proc/${postmaster(folder)}`).uid).toBe(uid)
    await letGo()
    expect(await use({ wrap: refused })).toBe(2)
    await letGo()
    expect(await use()).toBe(3)
  })

  test('keeps the files where that user can reach them when the data folder is out of reach', async () => {
    chmodSync(join(base, 'home'), 0o700)
    expect(await use({ wrap: refused })).toBe(1)
    expect(lstatSync(join(folder, 'postgres')).isSymbolicLink()).toBe(true)
    await letGo()
    expect(await use({ wrap: refused })).toBe(2)
    await letGo()
    expect(await use()).toBe(3)
    await letGo()
    const away = execFileSync('readlink', [join(folder, 'postgres')], { encoding: 'utf8' }).trim()
    rmSync(join(away, '..'), { recursive: true })
  })
})
