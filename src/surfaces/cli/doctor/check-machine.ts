import { existsSync, lstatSync, readdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../../platform/config/config.ts'
import { readRunningProgram } from '../../../platform/process/data-folder-lock.ts'
import type { Finding } from './finding.ts'

const WANTED_NODE = 24
/** Under this an import of an ordinary mailbox may not fit any more. */
const LOW_BYTES = 1e9

/** Node, the web app, the data folder and the room on its disk, and the program that runs on it. */
export function checkMachine(config: Config): Finding[] {
  const node = Number(process.versions.node.split('.')[0])
  const built = existsSync(join(import.meta.dirname, '../../../../web/dist/index.html'))
  const findings: Finding[] = [
    {
      what: 'Node',
      ok: node >= WANTED_NODE,
      says: process.version,
      mend: `Node ${WANTED_NODE} or later is needed: run node bin/prepare.mjs, which brings it.`,
    },
    {
      what: 'web app',
      ok: built,
      says: built ? 'built' : 'not built',
      mend: 'Run npm start, or node bin/prepare.mjs.',
    },
  ]
  if (config.databaseUrl) return findings
  const running = readRunningProgram(config.dataFolder)
  if (existsSync(config.dataFolder)) {
    const { bavail, bsize } = statfsSync(config.dataFolder)
    findings.push({
      what: 'data folder',
      ok: bavail * bsize > LOW_BYTES,
      says: `${inBytes(sizeOf(config.dataFolder))}; ${inBytes(bavail * bsize)} free on its disk`,
      mend: 'Make room on the disk before anything else is read in.',
    })
  }
  findings.push({
    what: 'program',
    ok: true,
    says:
      running && isAlive(running.pid)
        ? `runs at ${running.address} (process ${running.pid})`
        : 'does not run',
  })
  return findings
}

/** What a folder and all below it take, without following links. Files that go meanwhile count nothing. */
function sizeOf(path: string): number {
  try {
    const found = lstatSync(path)
    if (!found.isDirectory()) return found.size
    return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
  } catch {
    return 0
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const units = ['B', 'kB', 'MB', 'GB', 'TB']
function inBytes(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = bytes / 1000 ** power
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power]}`
}
