import { gracefulExit } from '../../platform/process/graceful-exit.ts'
import type { Surroundings } from './run-command.ts'

/** What is around a call in a process of its own. */
export const aroundProcess: Surroundings = {
  // Left out, config reads the process's own.
  env: undefined,
  out: process.stdout,
  err: process.stderr,
  async input() {
    const parts: Buffer[] = []
    for await (const part of process.stdin) parts.push(part as Buffer)
    return Buffer.concat(parts).toString('utf8')
  },
  life: gracefulExit,
  exit: (status) => process.exit(status),
}
