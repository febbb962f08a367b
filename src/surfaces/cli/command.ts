import type { Actor } from '../../platform/actor.ts'
import type { Operation } from '../../platform/area.ts'
import type { Config } from '../../platform/config/config.ts'
import type { House } from '../../platform/house.ts'
import type { GracefulExit } from '../../platform/process/graceful-exit.ts'
import type { OpenHouse } from './open-house.ts'
import type { Output } from './output.ts'

/** What main.ts hands to the commands, so that none of them reaches over to another part of the house. Each loads late. */
export interface Parts {
  /** Loads what a server needs while its database is still starting. */
  warm(): Promise<unknown>
  operations(): Promise<readonly Operation[]>
  wire(house: Pick<House, 'database' | 'clock' | 'log'>): Promise<House>
  /** Begins to answer requests; the address is where people find it. */
  serveHttp(house: House, config: Config, say: (line: string) => void): Promise<ServedHttp>
  /** Speaks MCP over standard input and output until the other side is gone. `who` is asked at each call. */
  serveMcp(session: { house: House; who(): Promise<Actor | null>; mayAct: boolean }): Promise<void>
}

export interface ServedHttp {
  address: string
  port: number
  close(): Promise<void>
}

/** An option's value as it stands in the call. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>

/** One call of a command. */
export interface Call {
  config: Config
  /** What follows the command's name, without options. */
  words: readonly string[]
  flags: Flags
  out: Output
  /** What has to be ended when the command ends, however it does. */
  life: GracefulExit
  parts: Parts
  /** Text that comes in by standard input. */
  input(): Promise<string>
  /** The house on this call's database, acting as its workspace's owner. Closed by itself. */
  open(): Promise<OpenHouse>
}

/** A command: does its work and answers with the exit status, 0 when left out. */
export interface Command {
  /** Options besides those of every command: true for one that takes a value. */
  options?: Readonly<Record<string, boolean>>
  /** How many words it takes, at least and at most. */
  takes?: readonly [number, number]
  /** It goes on until it is stopped. */
  stays?: boolean
  run(call: Call): Promise<number | undefined>
}

/** The call's words are wrong: exit status 2. */
export class WrongWords extends Error {}
