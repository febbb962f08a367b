import type { Kysely } from 'kysely'
import type { Actor } from './actor.ts'
import type { Fact } from './facts.ts'
import type { Log } from './log.ts'

/** A database handle inside one transaction of one workspace. Rows are read by `sql` with their shape beside it. */
export type Tx = Kysely<unknown>

/** What an operation is given besides its input. */
export interface Ctx {
  actor: Actor
  /** The moment of the operation: the same for all that it writes. */
  now: Date
  tx: Tx
  /** Names this performance in the journal; undoing it takes all of its writes back. */
  actionId: string
  log: Log
  /** Says what happened, in this transaction. `audience`: only that member may hear of it; else the team. */
  tell<P>(fact: Fact<P>, payload: P, audience?: string): void
  /** Does an operation later, as this member: in the queue if and only if this transaction commits. */
  later(operation: string, input: object, options?: { key?: string; runAt?: Date }): Promise<void>
}
