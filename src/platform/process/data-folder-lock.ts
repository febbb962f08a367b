import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** What a running program writes into its data folder, for people and for the next start to read. */
export type RunningProgram = { pid: number; port: number; address: string; startedAt: string }

export type DataFolderLock = {
  /** Writes `rapport.json`: where this program is reached. */
  announce(program: { port: number; address: string; startedAt: Date }): void
  release(): Promise<void>
  /** Settles with the reason when another program has taken the folder, which can only follow a lost database. */
  lost: Promise<string>
}

/** A second program on one data folder. The message names the first. */
export class DataFolderTaken extends Error {
  readonly running: RunningProgram | null
  constructor(message: string, running: RunningProgram | null) {
    super(message)
    this.running = running
  }
}

/** The lock's number: one per database, and an embedded database is one per data folder. */
const PROGRAM_LOCK = 7_270_726
const NAME = 'rapport program '
const AGAIN = 20

/**
 * Lets one program at a time work on a data folder. The lock is an advisory one on a connection kept for it, so it
 * is gone with the program however that ends; the file only names who holds it, and is believed only as far.
 */
export async function lockDataFolder(folder: string, connection: pg.ClientConfig): Promise<DataFolderLock> {
  const file = join(folder, 'rapport.json')
  let released = false
  let settleLost: (why: string) => void = () => {}
  const lost = new Promise<string>((settle) => {
    settleLost = settle
  })
  let holder = await hold()

  async function hold(): Promise<pg.Client> {
    const client = new pg.Client({ ...connection, application_name: `${NAME}${process.pid}` })
    client.on('error', () => {})
    await client.connect()
    const answer = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
      PROGRAM_LOCK,
    ])
    if (answer.rows[0]?.got) {
      client.once('end', () => void holdAgain())
      return client
    }
    const taken = await nameHolder(client, file)
    await client.end()
    throw taken
  }

  /** PostgreSQL drops every connection when one of its processes was killed; it is back in a moment. */
  async function holdAgain(): Promise<void> {
    for (let i = 0; i < AGAIN && !released; i++) {
      try {
        holder = await hold()
        return
      } catch (error) {
        if (error instanceof DataFolderTaken) break
        await wait(250)
      }
    }
    if (!released) settleLost('The data folder is no longer held: its database was lost.')
  }

  return {
    announce({ port, address, startedAt }) {
      const program: RunningProgram = { pid: process.pid, port, address, startedAt: startedAt.toISOString() }
      const half = `${file}.${process.pid}`
      writeFileSync(half, `${JSON.stringify(program)}\n`, { mode: 0o600 })
      renameSync(half, file)
    },
    async release() {
      if (released) return
      released = true
      if (readRunningProgram(folder)?.pid === process.pid) rmSync(file, { force: true })
      await holder.end().catch(() => {})
    },
    lost,
  }
}

/** What `rapport.json` says, which may be of a program that was killed; null where there is none or it is damaged. */
export function readRunningProgram(folder: string): RunningProgram | null {
  try {
    const read = JSON.parse(readFileSync(join(folder, 'rapport.json'), 'utf8')) as Partial<RunningProgram>
    const { pid, port, address, startedAt } = read
    if (typeof pid !== 'number' || typeof port !== 'number') return null
    if (typeof address !== 'string' || typeof startedAt !== 'string') return null
    return { pid, port, address, startedAt }
  } catch {
    return null
  }
}

async function nameHolder(client: pg.Client, file: string): Promise<DataFolderTaken> {
  const answer = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objid = $1 and a.application_name like $2
       and a.datname = current_database()`,
    [PROGRAM_LOCK, `${NAME}%`],
  )
  const pid = Number(answer.rows[0]?.name.slice(NAME.length)) || null
  const said = readRunningProgram(join(file, '..'))
  const running = said && said.pid === pid ? said : null
  const where = running ? `: ${running.address}` : ''
  const who = pid ? ` (process ${pid}${running ? '' : ', just starting'})` : ''
  return new DataFolderTaken(
    `Rapport already runs on this folder${where}${who}. Use that one, stop it first, or name another folder with --data.`,
    running,
  )
}
