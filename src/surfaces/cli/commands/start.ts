import { spawn } from 'node:child_process'
import { ensureWorkspace } from '../../../platform/auth/ensure-workspace.ts'
import { makeOwnerLink } from '../../../platform/auth/make-owner-link.ts'
import { systemClock } from '../../../platform/clock.ts'
import { connect } from '../../../platform/db/connect.ts'
import { createLog, type Log } from '../../../platform/log.ts'
import { lockDataFolder } from '../../../platform/process/data-folder-lock.ts'
import type { Call, Command } from '../command.ts'
import { openDatabase } from '../open-database.ts'
import { machineZone } from '../open-house.ts'

/** Serve and work in one process: what npm start runs. */
export const start: Command = { stays: true, run: (call) => live(call, { serves: true, works: true }) }
/** Answers requests; any number of these on one PostgreSQL. */
export const serve: Command = { stays: true, run: (call) => live(call, { serves: true, works: false }) }
/** Does jobs; any number of these on one PostgreSQL. */
export const work: Command = { stays: true, run: (call) => live(call, { serves: false, works: true }) }

/** Comes up in order, registers each part's end, and goes on until a signal or the loss of the database. */
async function live(call: Call, { serves, works }: { serves: boolean; works: boolean }): Promise<undefined> {
  const { config, life, out, parts } = call
  const log = createLog({ level: config.logLevel, plain: config.interactive })
  // Loading takes this process's time, starting PostgreSQL another's. What fails to load says so where it is used.
  if (serves) void parts.warm().catch(() => {})
  const begun = await openDatabase(config, log, true)
  life.atExit('PostgreSQL', begun.stop)
  void begun.lost.then((why) => life.exit(1, why))
  const lock =
    serves && !config.databaseUrl ? await lockDataFolder(config.dataFolder, begun.connection) : null
  if (lock) {
    life.atExit('the data folder', lock.release)
    void lock.lost.then((why) => life.exit(1, why))
  }
  await begun.migrate()
  const database = connect(begun.connection, log, serves ? 16 : 8)
  life.atExit('the database', database.close)
  const house = await parts.wire({ database, clock: systemClock, log })
  await ensureWorkspace(house, machineZone())
  const runJobs = async () => {
    const queue = await import('../../../platform/jobs/run-jobs.ts')
    const jobs = await queue.runJobs(house)
    life.atExit('the jobs', jobs.stop)
  }
  if (!serves) {
    await runJobs()
    out.say('Doing the waiting work. Ctrl-C ends it.')
    await forEver()
  }
  const http = await parts.serveHttp(house, config, (line) => out.say(line))
  life.atExit('the server', http.close)
  lock?.announce({ port: http.port, address: http.address, startedAt: systemClock.now() })
  const ownerLink = await makeOwnerLink(house, http.address)
  out.answer({ address: http.address, ownerLink }, () => [
    `Rapport is at ${http.address}`,
    ...(ownerLink ? [`Become its owner, once: ${ownerLink}`] : []),
    'Ctrl-C ends it.',
  ])
  if (works) await runJobs()
  if (config.openBrowser) openInBrowser(ownerLink ?? http.address, log)
  return forEver()
}

/** Ended by a signal only, which is gracefulExit's; sockets and timers keep the process until then. */
const forEver = (): Promise<undefined> => new Promise(() => {})

function openInBrowser(address: string, log: Log): void {
  const [program, ...words] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open']
  const child = spawn(program as string, [...words, address], { stdio: 'ignore', detached: true })
  child.on('error', () => log.debug('No browser could be opened'))
  child.unref()
}
