import { setTimeout as wait } from 'node:timers/promises'

export type GracefulExit = {
  /** Adds something to end. What was begun last ends first: HTTP, then jobs, pools, PostgreSQL. */
  atExit(name: string, end: () => Promise<unknown>): void
  /** Ends everything and then the process. Called again, it joins the end that is under way. */
  exit(status: number, why?: string): Promise<void>
  /** True from the moment the end has begun. */
  readonly ending: boolean
}

export type GracefulExitOptions = {
  log: (line: string) => void
  /** What one step may take, in milliseconds, before the next begins. */
  patience?: number
  /** Ends the process itself. */
  leave?: (status: number) => void
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * One way out for the whole program: Ctrl-C, a signal, an error that nobody caught. A terminal sends Ctrl-C to npm
 * and to us, and npm passes it on: the second and every later one changes nothing. A step that hangs is left behind
 * after its patience, so the end always comes.
 */
export function gracefulExit(options: GracefulExitOptions): GracefulExit {
  const { log, patience = 10_000, leave = (status: number) => process.exit(status) } = options
  const steps: { name: string; end: () => Promise<unknown> }[] = []
  let ending: Promise<void> | null = null

  async function endAll(status: number): Promise<void> {
    for (let step = steps.pop(); step; step = steps.pop()) {
      const { name, end } = step
      const late = new AbortController()
      const outcome = await Promise.race([
        Promise.resolve()
          .then(end)
          .then(
            () => null,
            (error: Error) => `${name} ended badly: ${error.message}`,
          ),
        wait(patience, `${name} did not end within ${patience / 1000} s and was left behind`, {
          signal: late.signal,
        }).catch(() => null),
      ])
      late.abort()
      if (outcome) log(outcome)
    }
    leave(status)
  }

  const exit = (status: number, why?: string): Promise<void> => {
    if (!ending) {
      if (why) log(why)
      ending = endAll(status)
    }
    return ending
  }

  for (const signal of SIGNALS) process.on(signal, () => void exit(0, 'Stopping.'))
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
      void exit(1, `Stopping because of an error that nobody caught: ${said}`)
    })
  }

  return {
    atExit: (name, end) => void steps.push({ name, end }),
    exit,
    get ending() {
      return ending !== null
    },
  }
}
