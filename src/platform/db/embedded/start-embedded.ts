import { spawn } from 'node:child_process'
import { closeSync, fchownSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { clusterExists, makeCluster } from './cluster.ts'
import { type EmbeddedHome, settleHome } from './embedded-home.ts'
import { npmPostgres, type PostgresBinaries } from './postgres-binaries.ts'
import { asUser, endsWithParent } from './postgres-user.ts'
import {
  clearRemains,
  endPostgres,
  isLastUser,
  type Keeper,
  type Met,
  meetPostgres,
  SOCKET_PORT,
} from './running-postgres.ts'

export type EmbeddedPostgres = {
  connection: { host: string; port: number; user: string; database: string }
  /** False when a PostgreSQL that already ran on the folder was adopted. */
  started: boolean
  /** Stops PostgreSQL, unless another program uses it too (then that one stops it). */
  stop(): Promise<void>
  /** Settles with the reason when PostgreSQL ends without having been asked to. */
  lost: Promise<string>
}

export type EmbeddedOptions = {
  /** The data folder; the cluster lies in its `postgres`, the server's own log is `postgres.log`. */
  folder: string
  log: (line: string) => void
  /** `this-process` (the default): ends when this process does, however it does. `last-user`: stays for the others. */
  lifetime?: 'this-process' | 'last-user'
  /** Other programs than npm's, for tests on an older PostgreSQL. */
  binaries?: PostgresBinaries
  /** False only for throwaway databases in tests: nothing is written through to the disk. */
  durable?: boolean
}

const DATABASE = 'rapport'
const LOG_BYTES = 10_000_000
/** How long, in milliseconds, processes that don't answer are waited for before they are ended. */
const PATIENCE = 30_000

/**
 * Starts the embedded PostgreSQL on a data folder, or adopts the one that already runs there. Call it from the main
 * thread: the kernel ties PostgreSQL's life to the thread that started it. Ports and passwords there are none, only
 * a socket in a folder that nobody else can enter.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const home = settleHome(options.folder, options.binaries ?? npmPostgres(), options.log)
  const { cluster, binaries, user } = home
  if (!clusterExists(cluster, binaries.major)) {
    options.log(`Making a new database in ${cluster}`)
    await makeCluster(cluster, binaries, user, options.durable !== false)
  }
  let silentSince = performance.now()
  for (let looks = 1; ; looks++) {
    const met = await meetPostgres(cluster)
    if (met.state === 'running') {
      options.log(`Using the PostgreSQL that already runs on ${cluster} (process ${met.pid})`)
      return await adopted(met, home)
    }
    if (met.state === 'not-ready' && met.answers) silentSince = performance.now()
    const silent = performance.now() - silentSince > PATIENCE
    if (met.state === 'nobody' || silent) {
      if (silent) options.log(`Ending a PostgreSQL on ${cluster} that does not answer`)
      await clearRemains(cluster, home.socketFolder)
      const mine = await launch(home, options)
      if (mine) return mine
    } else if (looks % 100 === 0) options.log(`Waiting for the PostgreSQL on ${cluster}: ${met.why}`)
    await wait(50)
  }
}

async function adopted(
  met: Extract<Met, { state: 'running' }>,
  home: EmbeddedHome,
): Promise<EmbeddedPostgres> {
  await makeDatabase(met.keeper)
  return {
    connection: connectionTo(met.socketFolder),
    started: false,
    stop: () => stop(met.keeper, met.pid, home),
    lost: new Promise((settle) => {
      met.keeper.on('end', () => settle('PostgreSQL, which another program had started, has ended.'))
    }),
  }
}

/** Null when another start was quicker and its PostgreSQL is to be met instead. */
async function launch(home: EmbeddedHome, options: EmbeddedOptions): Promise<EmbeddedPostgres | null> {
  const { cluster, socketFolder, user, binaries } = home
  const logFile = join(options.folder, 'postgres.log')
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_BYTES)
    renameSync(logFile, `${logFile}.1`)
  const from = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  const out = openSync(logFile, 'a', 0o600)
  if (user.kind === 'other') fchownSync(out, user.uid, user.gid)
  const program = join(binaries.bin, 'postgres')
  const args = ['-D', cluster, ...settings(socketFolder, options.durable !== false)]
  const call =
    options.lifetime === 'last-user' ? { command: program, args } : endsWithParent('INT', program, args)
  const run = asUser(user, call.command, call.args)
  // Its own session, so that the terminal's Ctrl-C reaches Rapport alone, which stops PostgreSQL last.
  const child = spawn(run.command, run.args, {
    ...run.options,
    cwd: '/',
    detached: true,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  let ended = false
  const lost = new Promise<string>((settle) => {
    const end = (how: string) => {
      ended = true
      settle(`PostgreSQL has ended ${how}.`)
    }
    child.once('error', (error) => end(`before it began (${error.message})`))
    child.once('exit', (code, signal) => end(signal ? `by ${signal}` : `with status ${code}`))
  })
  child.unref()
  for (let looks = 1; ; looks++) {
    const met = await meetPostgres(cluster)
    if (met.state === 'running' && met.pid === child.pid) {
      await makeDatabase(met.keeper)
      return {
        connection: connectionTo(socketFolder),
        started: true,
        stop: () => stop(met.keeper, met.pid, home),
        lost,
      }
    }
    if (met.state === 'running') await met.keeper.end()
    if (ended) {
      if (met.state !== 'nobody') return null
      throw new Error(
        `PostgreSQL does not start on ${cluster}: ${whyItGaveUp(logFile, from)} (all of it: ${logFile})`,
      )
    }
    if (looks % 500 === 0)
      options.log(`PostgreSQL is still starting: ${met.state === 'not-ready' ? met.why : '…'}`)
    await wait(20)
  }
}

async function stop(keeper: Keeper, pid: number, home: EmbeddedHome): Promise<void> {
  keeper.ref()
  let last: boolean
  try {
    last = await isLastUser(keeper)
  } catch {
    // The keeper lost its connection: one killed backend makes PostgreSQL drop them all and go on.
    const met = await meetPostgres(home.cluster)
    if (met.state === 'running' && met.pid === pid) await stop(met.keeper, pid, home)
    return
  }
  if (last) await endPostgres(pid, home.cluster, home.socketFolder)
  await keeper.end().catch(() => {})
}

async function makeDatabase(keeper: Keeper): Promise<void> {
  const found = await keeper.query('select from pg_database where datname = $1', [DATABASE])
  if (!found.rowCount) {
    await keeper.query(`create database ${DATABASE}`).catch((error: { code?: string }) => {
      // 42P04 and 23505: another program has made it at the same moment.
      if (error.code !== '42P04' && error.code !== '23505') throw error
    })
  }
  // Open all the time, it must not keep a program that forgets to stop from ending.
  keeper.unref()
}

function connectionTo(host: string): EmbeddedPostgres['connection'] {
  return { host, port: SOCKET_PORT, user: 'postgres', database: DATABASE }
}

/** For a machine of two cores that does other things too; every commit is on the disk before it is answered. */
function settings(socketFolder: string, durable: boolean): string[] {
  const all: Record<string, string> = {
    listen_addresses: '',
    port: String(SOCKET_PORT),
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    max_connections: '60',
    shared_buffers: '128MB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    effective_cache_size: '1GB',
    random_page_cost: '1.1',
    max_parallel_workers_per_gather: '1',
    jit: 'off',
    wal_compression: 'pglz',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    fsync: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
  }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** The line of PostgreSQL's log that says why it gave up, without what it told callers meanwhile. */
function whyItGaveUp(logFile: string, from: number): string {
  const lines = readFileSync(logFile).subarray(from).toString('utf8').split('\n').filter(Boolean)
  const worst = lines.findLast((line) =>
    /\b(FATAL|PANIC):(?!\s*(the database system is|connection to))/.test(line),
  )
  return (worst ?? lines.at(-1))?.replace(/^.*?\b(FATAL|PANIC):\s*/, '') ?? 'it said nothing'
}
