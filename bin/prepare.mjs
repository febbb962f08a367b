// Makes a clone ready to run, on any Node from 20 on and without any package: installs the packages when the
// lockfile says something else than what is there, links PostgreSQL's libraries, builds the web app when its sources
// have changed. With --for-tests it also gets what the tests want of the machine. All it says goes to standard
// error, because standard output belongs to the command that follows.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const stamp = join(modules, '.rapport-stamp')
const brought = join(modules, '.bin', 'node')
const NODE_TO_RUN = 24

if (Number(process.versions.node.split('.')[0]) < 20) {
  stop(
    `Rapport sets itself up with Node 20 or later; this is ${process.version}. Get one from https://nodejs.org`,
  )
}
const fresh = installPackages()
const node = nodeToRun()
if (fresh) linkPostgres()
buildWeb()
if (process.argv.includes('--for-tests')) getTestParts()

function installPackages() {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const wanted = hash([lockfile, process.platform, process.arch])
  if (read(stamp) === wanted) {
    const now = performance.timeOrigin / 1000 + performance.now() / 1000
    utimesSync(stamp, now, now)
    return false
  }
  if (!isInstalled(JSON.parse(lockfile).packages)) {
    timed('Installing the packages that Rapport stands on', npmCi)
  }
  writeFileSync(stamp, wanted)
  return true
}

/** Whether npm has already put exactly the lockfile's packages there (it leaves a list of what it did). */
function isInstalled(wanted) {
  const list = read(join(modules, '.package-lock.json'))
  if (!list) return false
  const { packages } = JSON.parse(list)
  return Object.entries(wanted).every(([path, { version, optional, devOptional, os, cpu, libc }]) => {
    if (path === '') return true
    if (packages[path]) return packages[path].version === version
    // Packages for other platforms are absent, and what only those stand on.
    const ours = os?.includes(process.platform) && cpu?.includes(process.arch) && !libc
    return (optional || devOptional) && !ours
  })
}

function npmCi() {
  const given = process.env.npm_execpath
  const [program, first] =
    given && basename(given).startsWith('npm') ? [process.execPath, [given]] : ['npm', []]
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional']
  const ran = spawnSync(program, [...first, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (ran.status === 0) return
  if (ran.error) stop(`npm could not be run (${ran.error.message}). It comes with Node: https://nodejs.org`)
  const said = ran.stderr.split('\n').filter((line) => /^npm (error|ERR!)/.test(line))
  const why = said.map((line) => line.replace(/^npm (error|ERR!)\s*/, '')).filter(Boolean)
  const unreachable =
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EINTEGRITY|E40[134]|E5\d\d/
  stop(
    unreachable.test(ran.stderr)
      ? `The packages could not be fetched (${why.slice(0, 2).join(' ')}). With the network back, run the same command again.`
      : `npm could not install the packages: ${why.slice(0, 4).join(' ') || ran.stderr.trim()}`,
  )
}

/** The Node that runs Rapport: the one that npm brought for this platform, else the machine's when it is new enough. */
function nodeToRun() {
  if (existsSync(brought)) {
    if (!fresh || majorOf(brought) >= NODE_TO_RUN) return brought
    // Made for another C library, for example: it must not stand in the way of the machine's own.
    rmSync(brought, { force: true })
  }
  if (Number(process.versions.node.split('.')[0]) >= NODE_TO_RUN) return process.execPath
  return stop(
    `Rapport runs on Node ${NODE_TO_RUN} or later, and npm has none for ${process.platform} on ${process.arch}. ` +
      `This is ${process.version}: install Node ${NODE_TO_RUN} from https://nodejs.org, then run the same command again.`,
  )
}

function majorOf(program) {
  const ran = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return ran.status === 0 ? Number(/^v(\d+)/.exec(ran.stdout)?.[1] ?? 0) : 0
}

function linkPostgres() {
  const binaries = new URL('../src/platform/db/embedded/postgres-binaries.ts', import.meta.url)
  const program = `import { npmPostgres } from ${JSON.stringify(binaries.href)}
try { npmPostgres() } catch (error) { console.error(error.message) }`
  spawnSync(node, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'ignore', 'inherit'] })
}

function buildWeb() {
  const web = join(root, 'web')
  const config = ['vite.config.ts', 'vite.config.js', 'vite.config.mjs'].find((name) =>
    existsSync(join(web, name)),
  )
  if (!config) return
  const built = join(root, '.cache', 'web-stamp')
  const sources = filesIn(web).map((file) => `${file}\0${hash([readFileSync(join(web, file))])}`)
  const wanted = hash([...sources, ...addresses(), read(join(root, 'package-lock.json'))])
  if (read(built) === wanted && existsSync(join(web, 'dist', 'index.html'))) return
  timed('Building the web app', () => {
    const args = [join(modules, 'vite', 'bin', 'vite.js'), 'build', web, '--logLevel', 'warn']
    const ran = spawnSync(node, args, {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    if (ran.status !== 0) stop(`The web app could not be built:\n${ran.stdout}${ran.stderr}`)
  })
  mkdirSync(dirname(built), { recursive: true })
  writeFileSync(built, wanted)
}

/** What the web app draws from the catalogue when it is built: every operation's name and address. */
function addresses() {
  const src = join(root, 'src')
  return filesIn(src).flatMap(
    (file) =>
      readFileSync(join(src, file), 'utf8').match(
        /route: '[A-Z]+ [^']+'|\.(?:action|question|file)\('\w+'/g,
      ) ?? [],
  )
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1))
    .filter((file) => !/^(dist|node_modules)\//.test(file) && !/\.test\.tsx?$/.test(file))
    .sort()
}

/** What the tests use of the machine; without it they leave out what needs it, and say so at their end. */
function getTestParts() {
  const parts = [
    ['chromium', () => onPath('chromium')],
    ['dovecot-imapd', () => existsSync('/usr/sbin/dovecot')],
    ['postgresql-15', () => existsSync('/usr/lib/postgresql/15/bin/postgres')],
  ]
  const lacking = () => parts.filter(([, here]) => !here()).map(([name]) => name)
  const wanted = lacking()
  if (!wanted.length) return
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath('apt-get')
  if (mayInstall)
    timed(`Installing for the tests: ${wanted.join(', ')}`, () => withoutServices(() => apt(wanted)))
  const left = lacking()
  if (left.length) {
    say(
      `For all of the tests this machine lacks: ${left.join(', ')} (on Debian: apt-get install ${left.join(' ')})`,
    )
  }
}

function apt(names) {
  const run = (...args) => {
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'ignore' }
    return spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-y', ...args], options).status === 0
  }
  const install = (list) => run('install', '--no-install-recommends', ...list)
  if (install(names)) return
  run('update')
  // One that this release doesn't have must not keep the others away.
  if (!install(names)) for (const name of names) install([name])
}

/** Installs without starting servers of the machine, and without making a PostgreSQL cluster on it. */
function withoutServices(work) {
  const policy = '/usr/sbin/policy-rc.d'
  const cluster = '/etc/postgresql-common/createcluster.d/rapport-tests.conf'
  const forbid = !existsSync(policy)
  if (forbid) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  if (!existsSync(dirname(dirname(cluster)))) {
    mkdirSync(dirname(cluster), { recursive: true })
    writeFileSync(cluster, 'create_main_cluster = false\n')
  }
  try {
    work()
  } finally {
    if (forbid) rmSync(policy, { force: true })
  }
}

function onPath(program) {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, program)))
}

function hash(parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex')
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function timed(what, work) {
  const begun = performance.now()
  process.stderr.write(`${what} … `)
  work()
  process.stderr.write(`${((performance.now() - begun) / 1000).toFixed(1)} s\n`)
}

function say(line) {
  process.stderr.write(`${line}\n`)
}

function stop(line) {
  say(`\n${line}`)
  process.exit(1)
}
