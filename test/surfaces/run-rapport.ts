import { join } from 'node:path'
import { catalogue } from '../../src/catalogue.ts'
import type { GracefulExit } from '../../src/platform/process/graceful-exit.ts'
import type { Parts } from '../../src/surfaces/cli/command.ts'
import { runCommand } from '../../src/surfaces/cli/run-command.ts'
import { wire } from '../../src/wiring.ts'
import type { FreshDatabase } from '../database.ts'

export const mainFile = join(import.meta.dirname, '../../src/main.ts')

/** What a call of the command line left behind. */
export interface Ran {
  status: number | null
  out: string
  err: string
}

/** An address of a test's database for DATABASE_URL. */
export const addressOf = ({ host, port, user, database }: FreshDatabase['connection']): string =>
  `postgres://${user}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`

/** The environment of a call: nothing of the caller's that Rapport would read. */
export const cleanEnvironment = (more: Record<string, string> = {}): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '/tmp',
  NO_COLOR: '1',
  ...more,
})

const notHere = () => Promise.reject(new Error('Only in a process of its own'))
const parts: Parts = {
  warm: notHere,
  operations: async () => catalogue,
  wire: async (house) => ({ ...wire(house), checksAnswers: true }),
  serveHttp: notHere,
  serveMcp: notHere,
}

/** Does a call of the command line in this process: the same words, the same answers, its end without a process's. */
export async function runRapport(
  words: readonly string[],
  more: { env?: Record<string, string>; input?: string } = {},
): Promise<Ran> {
  const ran: Ran = { status: null, out: '', err: '' }
  const into = (which: 'out' | 'err') => ({
    write(text: string | Buffer) {
      ran[which] += text.toString()
    },
  })
  await runCommand(words, parts, {
    env: cleanEnvironment(more.env),
    out: into('out'),
    err: into('err'),
    input: async () => more.input ?? '',
    life: ({ leave }) => lifeOfCall((status) => leave?.(status)),
    exit: (status) => {
      ran.status = status
    },
  })
  return ran
}

/** Ends what a call began, in turn; signals are for tests with a process. */
function lifeOfCall(leave: (status: number) => void): GracefulExit {
  const ends: (() => Promise<unknown>)[] = []
  return {
    ending: false,
    atExit: (_name, end) => void ends.push(end),
    async exit(status) {
      for (const end of ends.reverse()) await end()
      leave(status)
    },
  }
}
