import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** The port is only a part of the socket's file name; nothing listens on the network. */
export const SOCKET_PORT = 5432
/** Held shared by every program that uses an embedded PostgreSQL, and alone by the one that stops it. */
const KEEPER_LOCK = 7_270_725

/** A connection kept open as long as a program uses PostgreSQL (pg can ref and unref; its types leave that out). */
export type Keeper = pg.Client & { ref(): void; unref(): void }

/** What was met in a cluster's folder: nobody, one that isn't ready to say, or a living PostgreSQL. */
export type Met =
  | { state: 'nobody' }
  | { state: 'not-ready'; why: string; answers: boolean }
  | { state: 'running'; keeper: Keeper; pid: number; socketFolder: string }

/**
 * Asks who runs on this cluster. Life is proved by connecting and by the folder that the server itself names,
 * never by a process number: numbers are used again.
 */
export async function meetPostgres(cluster: string): Promise<Met> {
  const { pid, socketFolder } = readPidFile(cluster)
  if (!pid || !socketFolder) return { state: 'nobody' }
  const keeper = new pg.Client({
    host: socketFolder,
    port: SOCKET_PORT,
    user: 'postgres',
    database: 'postgres',
    application_name: 'rapport keeper',
    // One that was stopped (or hangs) takes connections and never says a word.
    connectionTimeoutMillis: 3000,
  }) as Keeper
  keeper.on('error', () => {})
  try {
    await keeper.connect()
    const answer = await keeper.query<{ folder: string; ours: boolean }>(
      "select current_setting('data_directory') as folder, pg_try_advisory_lock_shared($1) as ours",
      [KEEPER_LOCK],
    )
    const row = answer.rows[0]
    if (row?.ours && realpathSync(row.folder) === realpathSync(cluster)) {
      return { state: 'running', keeper, pid, socketFolder }
    }
    await keeper.end()
    return row?.ours ? { state: 'nobody' } : { state: 'not-ready', why: 'it is being stopped', answers: true }
  } catch (error) {
    keeper.end().catch(() => {})
    // Five characters are PostgreSQL's own words: it starts, recovers, or shuts down.
    const { code = '', message } = error as { code?: string; message: string }
    if (/^[0-9A-Z]{5}$/.test(code) && error instanceof pg.DatabaseError) {
      return { state: 'not-ready', why: message, answers: true }
    }
    if (postgresProcesses(cluster).length) return { state: 'not-ready', why: message, answers: false }
    return { state: 'nobody' }
  }
}

/** Whether no other program uses the PostgreSQL of this keeper; from then on nobody else may begin to. */
export async function isLastUser(keeper: Keeper): Promise<boolean> {
  await keeper.query('select pg_advisory_unlock_shared($1)', [KEEPER_LOCK])
  const answer = await keeper.query<{ last: boolean }>('select pg_try_advisory_lock($1) as last', [
    KEEPER_LOCK,
  ])
  return answer.rows[0]?.last === true
}

/**
 * Ends what is left of a PostgreSQL that nobody can connect to (a killed postmaster's children, one that hangs),
 * and takes its lock files away: the numbers in them may be a stranger's by now, or nobody's that init has not yet
 * cleared. Recovery from the write-ahead log is the next start's.
 */
export async function clearRemains(cluster: string, socketFolder: string): Promise<void> {
  for (const signal of ['SIGQUIT', 'SIGKILL', 'SIGKILL'] as const) {
    for (const pid of postgresProcesses(cluster)) kill(pid, signal)
    for (let i = 0; i < 40 && postgresProcesses(cluster).length; i++) await wait(50)
  }
  if (postgresProcesses(cluster).length) return
  const socket = join(socketFolder, `.s.PGSQL.${SOCKET_PORT}`)
  for (const file of [join(cluster, 'postmaster.pid'), socket, `${socket}.lock`])
    rmSync(file, { force: true })
}

/** Ends a PostgreSQL with a fast shutdown, harder when it takes too long, and waits until it is gone. */
export async function endPostgres(pid: number, cluster: string, socketFolder: string): Promise<void> {
  kill(pid, 'SIGINT')
  // A shutdown writes what the last checkpoint has not: seconds on a slow disk, never minutes.
  for (let i = 0; i < 3000 && kill(pid, 0) && readPidFile(cluster).pid === pid; i++) await wait(20)
  if (kill(pid, 0) && readPidFile(cluster).pid === pid) await clearRemains(cluster, socketFolder)
}

/** postmaster.pid: process, folder, start, port, socket folder, address, one a line. */
function readPidFile(cluster: string): { pid: number; socketFolder: string } {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]) || 0, socketFolder: lines[4]?.trim() ?? '' }
  } catch {
    return { pid: 0, socketFolder: '' }
  }
}

/** Processes named postgres whose working folder is this cluster: the postmaster and its children. */
function postgresProcesses(cluster: string): number[] {
  const folder = realpathSync(cluster)
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && isPostgresIn(pid, folder))
  } catch {
    return []
  }
}

function isPostgresIn(pid: number, folder: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== folder) return false
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return false
  }
}

function kill(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch {
    return false
  }
}
