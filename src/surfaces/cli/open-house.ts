import type { Actor } from '../../platform/actor.ts'
import {
  ensureWorkspace,
  type KnownWorkspace,
  knownWorkspaces,
} from '../../platform/auth/ensure-workspace.ts'
import { workspaceMember } from '../../platform/auth/workspace-member.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config/config.ts'
import { connect } from '../../platform/db/connect.ts'
import type { House } from '../../platform/house.ts'
import type { Log } from '../../platform/log.ts'
import { unavailable } from '../../platform/refusal.ts'
import { type Parts, WrongWords } from './command.ts'
import { openDatabase } from './open-database.ts'

/** The house as one command uses it. */
export interface OpenHouse {
  house: House
  /** The workspace's owner: whoever may read the data folder may be it. */
  actor: Actor
  workspace: KnownWorkspace
  close(): Promise<void>
}

/**
 * Opens the house on the running server's database, else on the embedded one, started for as long as it is needed, or
 * on DATABASE_URL. `named`: the workspace's name or id, where there are several.
 */
export async function openHouse(config: Config, parts: Parts, log: Log, named?: string): Promise<OpenHouse> {
  const begun = await openDatabase(config, log, false)
  const database = connect(begun.connection, log, 4)
  const close = async () => {
    await database.close()
    await begun.stop()
  }
  try {
    await begun.migrate()
    const house = await parts.wire({ database, clock: systemClock, log })
    const workspace = await chosenWorkspace(house, named)
    const actor =
      workspace.ownerMemberId && (await workspaceMember(house, workspace.id, workspace.ownerMemberId, 'cli'))
    if (!actor)
      throw unavailable(`The workspace ${workspace.name} has no owner.`, 'Name another with --workspace.')
    return { house, actor, workspace, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function chosenWorkspace(house: House, named: string | undefined): Promise<KnownWorkspace> {
  const first = await ensureWorkspace(house, machineZone())
  const all = await knownWorkspaces(house)
  if (named === undefined) {
    if (all.length > 1)
      throw new WrongWords(`There are several workspaces: ${list(all)}. Name one with --workspace.`)
    return first
  }
  const found = all.filter(({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase())
  if (found.length > 1)
    throw new WrongWords(
      `Several workspaces are called ${named}; name it by its id: ${found.map(({ id }) => id).join(', ')}.`,
    )
  if (!found[0]) throw new WrongWords(`There is no workspace ${named}. There is: ${list(all)}.`)
  return found[0]
}

const list = (all: readonly KnownWorkspace[]) => all.map(({ name }) => name).join(', ')

/** The zone that this machine keeps its time in, for a workspace that is being made. */
export const machineZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
