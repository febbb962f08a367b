import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

export type Holder = {
  child: ChildProcess
  pid: number
  started: boolean
  connection: { host: string; port: number; user: string; database: string }
  /** Settles when the program is gone. */
  gone: Promise<{ status: number | null; said: string }>
}

export type HolderOptions = { uid?: number; gid?: number; lifetime?: string; wrap?: string[] }

/** Starts a program that holds the embedded database of a folder; fails with what it said when it can't. */
export async function holdDatabase(folder: string, options: HolderOptions = {}): Promise<Holder> {
  const begun = beginHolding(folder, options)
  const line = await begun.firstLine
  if (line === null) throw new Error((await begun.gone).said)
  return { child: begun.child, gone: begun.gone, ...JSON.parse(line) }
}

/** The same, without waiting until it holds the database. */
export function beginHolding(folder: string, options: HolderOptions = {}) {
  const program = join(import.meta.dirname, 'hold-database.ts')
  const { wrap = [], uid, gid, lifetime } = options
  const [command = '', ...args] = [...wrap, process.execPath, program, folder, lifetime ?? 'this-process']
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], uid, gid, cwd: '/' })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part) => {
    said += part
  })
  const gone = new Promise<{ status: number | null; said: string }>((settle) => {
    child.on('close', (status) => settle({ status, said }))
  })
  const firstLine = new Promise<string | null>((settle) => {
    let text = ''
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text += part
      if (text.includes('\n')) settle(text)
    })
    child.on('close', () => settle(null))
  })
  return { child, gone, firstLine }
}

/** One question on a connection of its own. */
export async function ask(connection: pg.ClientConfig, question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}

/** The postmaster's number, as its own file has it. */
export function postmaster(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}

/** Processes that work in the cluster of this folder. */
export function processesIn(folder: string): number[] {
  if (!existsSync(join(folder, 'postgres'))) return []
  const cluster = realpathSync(join(folder, 'postgres'))
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        return pid > 0 && readlinkSync(`/proc/${pid}/cwd`) === cluster
      } catch {
        return false
      }
    })
}

/** Looks until it is so; an error after half a minute says what never came. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 1500; i++) {
    if (isSo()) return
    await wait(20)
  }
  throw new Error(`It never came: ${what}`)
}
