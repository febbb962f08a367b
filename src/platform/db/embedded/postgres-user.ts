import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root either maps itself to another number in a user
 * namespace (PostgreSQL sees that number, the disk still sees root), or becomes another user of the system.
 */
export type PostgresUser =
  | { kind: 'self' }
  | { kind: 'namespace'; uid: number; gid: number }
  | { kind: 'other'; uid: number; gid: number }

type Wrapped = {
  command: string
  args: string[]
  options: { uid?: number; gid?: number; env: Record<string, string> }
}

const env = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' }
const NOBODY = 65534

/**
 * Chooses the user for a cluster: an ordinary user runs it itself; root keeps the owner of a cluster that belongs
 * to somebody else, else takes a user namespace, and where those are refused a user of the system.
 * `cluster`: the cluster's folder, which need not exist yet.
 */
export function choosePostgresUser(cluster: string): PostgresUser {
  if (process.getuid?.() !== 0) return { kind: 'self' }
  const owner = statSync(cluster, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { kind: 'other', uid: owner.uid, gid: owner.gid }
  const users = systemUsers()
  // A namespace maps 65534 to "unknown", so nobody can't be the one we map ourselves to.
  for (const { uid, gid } of users.filter((user) => user.uid !== NOBODY).slice(0, 1)) {
    const user: PostgresUser = { kind: 'namespace', uid, gid }
    if (runsAs(user, 'true', [])) return user
  }
  const first = users[0]
  if (first) return { kind: 'other', uid: first.uid, gid: first.gid }
  throw new Error(
    'PostgreSQL refuses to run as root, and /etc/passwd names no other user. Start Rapport as one.',
  )
}

/** The command, arguments and options that run a program as that user. */
export function asUser(user: PostgresUser, command: string, args: string[]): Wrapped {
  if (user.kind === 'self') return { command, args, options: { env } }
  if (user.kind === 'other') return { command, args, options: { uid: user.uid, gid: user.gid, env } }
  const map = ['--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`]
  return { command: 'unshare', args: [...map, '--', command, ...args], options: { env } }
}

/** Whether that user can walk to a folder or file. */
export function canReach(user: PostgresUser, path: string): boolean {
  return runsAs(user, 'test', ['-x', path])
}

/** A call whose process gets that signal when its parent is gone; unchanged where setpriv is missing. */
export function endsWithParent(
  signal: 'INT' | 'KILL',
  command: string,
  args: string[],
): { command: string; args: string[] } {
  const known = spawnSync('setpriv', ['--pdeathsig', signal, 'true'], { env, stdio: 'ignore' }).status === 0
  return known
    ? { command: 'setpriv', args: ['--pdeathsig', signal, '--', command, ...args] }
    : { command, args }
}

function runsAs(user: PostgresUser, command: string, args: string[]): boolean {
  const wrapped = asUser(user, command, args)
  try {
    execFileSync(wrapped.command, wrapped.args, { ...wrapped.options, cwd: '/', stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Users other than root with their numbers, the likeliest first: initdb looks its own number up by name. */
function systemUsers(): { uid: number; gid: number }[] {
  const rank = ['rapport', 'postgres', 'daemon']
  const place = (name: string) => (rank.includes(name) ? rank.indexOf(name) : name === 'nobody' ? 99 : 50)
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4 && Number(fields[2]) > 0)
    .sort((a, b) => place(a[0] ?? '') - place(b[0] ?? ''))
    .map((fields) => ({ uid: Number(fields[2]), gid: Number(fields[3]) }))
}
