import type { Actor } from './actor.ts'
import type { Operation } from './area.ts'
import type { Clock } from './clock.ts'
import type { Database } from './db/connect.ts'
import type { Listener } from './facts.ts'
import type { Log } from './log.ts'

/** All that is needed to do any operation: put together once, in wiring.ts. */
export interface House {
  database: Database
  clock: Clock
  log: Log
  operations: ReadonlyMap<string, Operation>
  listeners: ReadonlyMap<string, readonly Listener[]>
  works: ReadonlyMap<string, Work>
  /** Answers are held against their declared shape (in tests; the check costs more than most questions). */
  checksAnswers: boolean
}

/**
 * Long work that cannot be one transaction (reading a 10 GB file): done by a job, in steps of its own, each through
 * `within`. It must go on from wherever it was killed.
 */
export interface Work {
  name: string
  run(house: House, actor: Actor, input: unknown, signal: AbortSignal): Promise<void>
}
