import { execFile } from 'node:child_process'
import { chownSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { asUser, endsWithParent, type PostgresUser } from './postgres-user.ts'

const SIDE = '.being-made-'

/** Refuses a cluster folder that isn't whole or is another major version's; says whether one is there at all. */
export function clusterExists(cluster: string, major: number): boolean {
  const found = statSync(cluster, { throwIfNoEntry: false })
  if (!found) return false
  if (found.isDirectory() && readdirSync(cluster).length === 0) return false
  const wayOut =
    'Nothing was changed. Put the folder back whole, or restore a backup into an empty data folder.'
  let version: string
  try {
    version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  } catch {
    throw new Error(`The database in ${cluster} is not whole: its file PG_VERSION is missing. ${wayOut}`)
  }
  const theirs = Number(version)
  if (!Number.isInteger(theirs) || theirs < 8) {
    throw new Error(`The database in ${cluster} is not whole: its file PG_VERSION is damaged. ${wayOut}`)
  }
  if (theirs > major) {
    throw new Error(
      `The database in ${cluster} was made by PostgreSQL ${version}, newer than the ${major} that this Rapport ` +
        'brings. Nothing was changed. Use the Rapport that made it, or a later one.',
    )
  }
  if (theirs < major) {
    throw new Error(
      `The database in ${cluster} was made by PostgreSQL ${version}; this Rapport brings ${major}. Nothing was ` +
        'changed. Back it up with the Rapport that made it, and restore that file into an empty data folder.',
    )
  }
  // pg_control is written as one block of 8192 bytes (PG_CONTROL_FILE_SIZE).
  const control = statSync(join(cluster, 'global', 'pg_control'), { throwIfNoEntry: false })
  if (control?.size !== 8192) {
    const how = control ? 'damaged' : 'missing'
    throw new Error(
      `The database in ${cluster} is not whole: its file global/pg_control is ${how}. ${wayOut}`,
    )
  }
  return true
}

/**
 * Makes a cluster in a folder beside and renames it, so that one killed half way is never taken for a database.
 * UTF-8 and the builtin C.UTF-8 order whatever the machine's locale is; people's order comes from ICU collations.
 */
export async function makeCluster(
  cluster: string,
  binaries: PostgresBinaries,
  user: PostgresUser,
  durable: boolean,
): Promise<void> {
  sweepHalfMade(cluster)
  const side = `${cluster}${SIDE}${process.pid}`
  rmSync(side, { recursive: true, force: true })
  mkdirSync(side, { mode: 0o700 })
  if (user.kind === 'other') chownSync(side, user.uid, user.gid)
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C.UTF-8']
  const sync = durable ? [] : ['--no-sync']
  const args = ['-D', side, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '-k', '--no-instructions']
  const call = endsWithParent('KILL', join(binaries.bin, 'initdb'), [...args, ...locale, ...sync])
  const initdb = asUser(user, call.command, call.args)
  try {
    await promisify(execFile)(initdb.command, initdb.args, { ...initdb.options, cwd: '/' })
    renameSync(side, cluster)
  } catch (error) {
    rmSync(side, { recursive: true, force: true })
    // Another start of Rapport may have been quicker; the caller then meets its database.
    if ((error as NodeJS.ErrnoException).code === 'ENOTEMPTY') return
    const said = String((error as { stderr?: string }).stderr ?? '').trim()
    throw new Error(`A new database could not be made in ${cluster}: ${said || (error as Error).message}`)
  }
}

/** Removes what starts that were killed half way have left beside the cluster; leaves a living one's alone. */
function sweepHalfMade(cluster: string): void {
  const prefix = basename(cluster) + SIDE
  for (const name of readdirSync(dirname(cluster))) {
    if (!name.startsWith(prefix)) continue
    if (!isAlive(Number(name.slice(prefix.length)))) {
      // What initdb had begun may write for another moment.
      rmSync(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return pid !== process.pid
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
