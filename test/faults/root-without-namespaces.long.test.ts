// needs: root, user namespaces
import { execFileSync } from 'node:child_process'
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask, type Holder, type HolderOptions, holdDatabase, postmaster } from './database-holder.ts'

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
describe('root without user namespaces', () => {
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
