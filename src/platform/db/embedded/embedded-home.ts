import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyBinaries, type PostgresBinaries } from './postgres-binaries.ts'
import { canReach, choosePostgresUser, type PostgresUser } from './postgres-user.ts'

/** Where root puts what the user that PostgreSQL runs as can't reach in the data folder. */
const STATE_FOLDER = '/var/lib/rapport'
/** A socket's path holds 107 bytes (sun_path); this is the file name in it. */
const SOCKET_NAME_BYTES = Buffer.byteLength('/.s.PGSQL.5432')
const SOCKET_PATH_BYTES = 107

export type EmbeddedHome = {
  cluster: string
  socketFolder: string
  user: PostgresUser
  binaries: PostgresBinaries
}

/** Settles where cluster and socket lie and as whom PostgreSQL runs, so that this user can reach all of them. */
export function settleHome(
  folder: string,
  from: PostgresBinaries,
  log: (line: string) => void,
): EmbeddedHome {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const home = realpathSync(folder)
  const inFolder = join(home, 'postgres')
  const user = choosePostgresUser(inFolder)
  if (user.kind === 'other') openTheWay(home)
  const binaries = canReach(user, from.bin)
    ? from
    : copyBinaries(from, stateFolder(`postgresql-${from.version}`))
  if (!canReach(user, home) && !lstatSync(inFolder, { throwIfNoEntry: false })) {
    const away = join(stateFolder(shortName(home)), 'postgres')
    symlinkSync(away, inFolder)
    log(
      `PostgreSQL runs as user ${'uid' in user ? user.uid : ''}, who can't reach ${home}: its files lie in ${away}`,
    )
  }
  const cluster = followLink(inFolder)
  // PostgreSQL refuses a folder that others can look into, as a copy may have become.
  const found = statSync(cluster, { throwIfNoEntry: false })
  if (found?.isDirectory() && (found.mode & 0o077) !== 0) chmodSync(cluster, 0o700)
  return { cluster, socketFolder: socketFolder(cluster, user), user, binaries }
}

/** The folder that a user may make files in: ours, or the other user's with nobody else let in. */
export function ownFolder(path: string, user: PostgresUser): string {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const found = lstatSync(path)
  const uid = user.kind === 'other' ? user.uid : (process.getuid?.() ?? 0)
  // In a folder for everybody (/tmp) somebody else may have been there first.
  if (!found.isDirectory() || (found.uid !== uid && found.uid !== process.getuid?.())) {
    throw new Error(`${path} belongs to somebody else. Remove it, and start again.`)
  }
  if (user.kind === 'other') chownSync(path, user.uid, user.gid)
  chmodSync(path, 0o700)
  return path
}

function socketFolder(cluster: string, user: PostgresUser): string {
  const beside = `${cluster}.socket`
  const name = `rapport-${shortName(cluster)}`
  const fits = [beside, join(tmpdir(), name), join('/tmp', name)].find(
    (path) => Buffer.byteLength(path) + SOCKET_NAME_BYTES <= SOCKET_PATH_BYTES,
  )
  return ownFolder(fits ?? beside, user)
}

function stateFolder(name: string): string {
  const path = join(STATE_FOLDER, name)
  mkdirSync(path, { recursive: true, mode: 0o711 })
  return path
}

/** Lets another user walk through the data folder (not list it) where it is ours to open. */
function openTheWay(home: string): void {
  const { uid, mode } = statSync(home)
  if (uid === process.getuid?.()) chmodSync(home, (mode & 0o777) | 0o011)
}

function followLink(path: string): string {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isSymbolicLink() ? realpathOrTarget(path) : path
}

function realpathOrTarget(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    // Linked but not made yet: a start that was killed in between.
    return join(stateFolder(shortName(join(path, '..'))), 'postgres')
  }
}

function shortName(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16)
}
