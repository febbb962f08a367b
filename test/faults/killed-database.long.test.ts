import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  ask,
  beginHolding,
  type Holder,
  holdDatabase,
  postmaster,
  processesIn,
  until,
} from './database-holder.ts'

let folder: string
let holders: Holder[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-fault-'))
})
afterEach(async () => {
  for (const { child, gone } of holders) {
    child.kill('SIGINT')
    await gone
  }
  holders = []
  await until('every PostgreSQL gone', () => processesIn(folder).length === 0)
  rmSync(folder, { recursive: true, force: true })
})

async function hold(options?: Parameters<typeof holdDatabase>[1]): Promise<Holder> {
  const holder = await holdDatabase(folder, options)
  holders.push(holder)
  return holder
}

async function write({ connection }: Holder, text: string): Promise<void> {
  await ask(connection, 'create table if not exists kept (text text)')
  await ask(connection, `insert into kept values ('${text}')`)
}

const kept = async ({ connection }: Holder) =>
  (await ask(connection, 'select text from kept order by text')).map((row) => row.text)

describe('kill -9', () => {
  test('of the program takes its PostgreSQL with it, and the next start has all that was committed', async () => {
    const first = await hold()
    await write(first, 'a')
    first.child.kill('SIGKILL')
    await first.gone
    await until('PostgreSQL gone by itself', () => processesIn(folder).length === 0)
    const second = await hold()
    expect(second.started).toBe(true)
    expect(await kept(second)).toEqual(['a'])
  })

  test('of PostgreSQL ends the program with a plain line, and the next start recovers', async () => {
    const first = await hold()
    await write(first, 'a')
    process.kill(postmaster(folder), 'SIGKILL')
    const { status, said } = await first.gone
    expect(status).toBe(3)
    expect(said).toContain('PostgreSQL has ended by SIGKILL.')
    expect(await kept(await hold())).toEqual(['a'])
  })

  test('of both, while a question still runs, leaves nothing that the next start does not mend', async () => {
    const first = await hold()
    await write(first, 'a')
    const busy = new pg.Client(first.connection)
    busy.on('error', () => {})
    await busy.connect()
    // Never looks whether its postmaster lives, so it stays and holds the shared memory.
    const asked = busy.query('do $$ begin loop perform 1; end loop; end $$').catch((error: Error) => error)
    await until('the question runs', () => processesIn(folder).length > 3)
    first.child.kill('SIGKILL')
    process.kill(postmaster(folder), 'SIGKILL')
    await first.gone
    const second = await hold()
    await asked
    expect(await kept(second)).toEqual(['a'])
    expect(processesIn(folder)).toContain(postmaster(folder))
  })

  test('of one connection’s process alone lets the program go on', async () => {
    const first = await hold()
    await write(first, 'a')
    const victim = await ask(
      first.connection,
      "select pid from pg_stat_activity where application_name = 'rapport keeper'",
    )
    process.kill(Number(victim[0]?.pid), 'SIGKILL')
    await until('PostgreSQL has dropped all and is back', () => processesIn(folder).length > 1)
    await expect.poll(() => kept(first).catch(() => null), { timeout: 10_000 }).toEqual(['a'])
    first.child.kill('SIGINT')
    expect((await first.gone).status).toBe(0)
    expect(processesIn(folder)).toEqual([])
  })

  test.each([5, 30, 60, 120, 250, 500, 900])(
    'of a first start after %i ms leaves no half database',
    async (ms) => {
      const begun = beginHolding(folder)
      await until('something is being made', () => readdirSync(folder).length > 0)
      await new Promise((settle) => setTimeout(settle, ms))
      begun.child.kill('SIGKILL')
      await begun.gone
      const second = await hold()
      await write(second, 'a')
      expect(await kept(second)).toEqual(['a'])
      expect(readdirSync(folder).filter((name) => name.includes('being-made'))).toEqual([])
    },
  )
})

describe('a PostgreSQL that outlived its program', () => {
  test('is adopted with its data, and ends with the one that adopted it', async () => {
    const first = await hold({ lifetime: 'last-user' })
    await write(first, 'a')
    first.child.kill('SIGKILL')
    await first.gone
    expect(processesIn(folder).length).toBeGreaterThan(1)
    const second = await hold()
    expect(second.started).toBe(false)
    expect(await kept(second)).toEqual(['a'])
    second.child.kill('SIGINT')
    expect((await second.gone).status).toBe(0)
    expect(processesIn(folder)).toEqual([])
  })

  test('that does not answer is ended, and the database started anew', async () => {
    const first = await hold({ lifetime: 'last-user' })
    await write(first, 'a')
    process.kill(postmaster(folder), 'SIGSTOP')
    first.child.kill('SIGKILL')
    await first.gone
    const second = await hold()
    expect(second.started).toBe(true)
    expect(await kept(second)).toEqual(['a'])
  })

  test('whose number a stranger has now does not keep the next start away, nor harm the stranger', async () => {
    const first = await hold()
    await write(first, 'a')
    process.kill(postmaster(folder), 'SIGKILL')
    await first.gone
    const stranger = spawn('sleep', ['1000'], { stdio: 'ignore' })
    const file = join(folder, 'postgres/postmaster.pid')
    writeFileSync(file, `${stranger.pid}\n${join(folder, 'postgres')}\n1\n5432\n${folder}\n\n0 0\nready\n`)
    expect(await kept(await hold())).toEqual(['a'])
    expect(stranger.exitCode).toBe(null)
    stranger.kill()
  })
})

describe('two programs on one folder', () => {
  test('that begin at the same moment on an empty folder get one and the same database', async () => {
    const [one, other] = await Promise.all([hold({ lifetime: 'last-user' }), hold({ lifetime: 'last-user' })])
    await write(one, 'a')
    expect(await kept(other)).toEqual(['a'])
    expect([one.started, other.started].sort()).toEqual([false, true])
    expect(readdirSync(folder).filter((name) => name.includes('being-made'))).toEqual([])
  })

  test('share PostgreSQL until the last of them stops it', async () => {
    const one = await hold({ lifetime: 'last-user' })
    const other = await hold({ lifetime: 'last-user' })
    await write(one, 'a')
    one.child.kill('SIGINT')
    await one.gone
    expect(await kept(other)).toEqual(['a'])
    other.child.kill('SIGINT')
    await other.gone
    expect(processesIn(folder)).toEqual([])
  })
})

test('Ctrl-C twice, as a terminal and npm send it, ends once and cleanly', async () => {
  const holder = await hold()
  for (let i = 0; i < 4; i++) holder.child.kill('SIGINT')
  const { status, said } = await holder.gone
  expect(status).toBe(0)
  expect(said.match(/Stopping/g)).toHaveLength(1)
  expect(processesIn(folder)).toEqual([])
})
