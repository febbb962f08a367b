import type { Actor, Role } from '../src/platform/actor.ts'
import { ensureWorkspace } from '../src/platform/auth/ensure-workspace.ts'
import { connect } from '../src/platform/db/connect.ts'
import type { House } from '../src/platform/house.ts'
import { createLog } from '../src/platform/log.ts'
import { newId } from '../src/platform/new-id.ts'
import { perform } from '../src/platform/perform.ts'
import { wire } from '../src/wiring.ts'
import { type FreshDatabase, freshDatabase } from './database.ts'

/** A clock that stands still until a test sets it. */
export interface SetClock {
  now(): Date
  set(at: Date | string): void
}

export interface TestHouse {
  house: House
  clock: SetClock
  /** The owner of the first workspace. */
  owner: Actor
  stop(): Promise<void>
}

/**
 * The whole house on a migrated database of its own: the real catalogue, a clock that stands at `at` (2026-03-02T09:00Z
 * when left out) and answers held against their shapes. One for a test file; `addWorkspace` for a test of its own.
 * `template`: see freshDatabase.
 */
export async function testHouse(
  options: { name?: string; at?: Date | string; template?: string } = {},
): Promise<TestHouse> {
  return houseOn(await freshDatabase(options.name ?? 'house', options.template), options.at)
}

/** The whole house on a database that is there already, with its first workspace and that one's owner. */
export async function houseOn(
  database: Pick<FreshDatabase, 'connection' | 'drop'>,
  from?: Date | string,
): Promise<TestHouse> {
  let at = new Date(from ?? '2026-03-02T09:00:00Z')
  const clock: SetClock = {
    now: () => new Date(at),
    set: (to) => {
      at = new Date(to)
    },
  }
  const log = createLog({ level: 'silent', plain: false })
  const pools = connect(database.connection, log, 6)
  const house: House = { ...wire({ database: pools, clock, log }), checksAnswers: true }
  const first = await ensureWorkspace(house)
  const owner = actorOf(first.id, first.ownerMemberId ?? '', 'owner')
  return {
    house,
    clock,
    owner,
    async stop() {
      await pools.close()
      await database.drop()
    },
  }
}

/** Another workspace with an owner of its own, so that tests share a database and see nothing of each other. */
export async function addWorkspace(house: House, name = 'Another workspace'): Promise<Actor> {
  const now = house.clock.now().getTime()
  const [workspaceId, memberId] = [newId(now), newId(now)]
  await house.database.pool.query('select platform.create_workspace($1, $2, $3, $4, $5)', [
    workspaceId,
    name,
    memberId,
    'Olive Owner',
    'UTC',
  ])
  return actorOf(workspaceId, memberId, 'owner')
}

/** Another member of that actor's workspace. */
export async function addMember(house: House, of: Actor, role: Role, name = `A ${role}`): Promise<Actor> {
  const memberId = newId(house.clock.now().getTime())
  await house.database.ownerPool.query(
    'insert into platform.member (workspace_id, id, name, email, role) values ($1, $2, $3, $4, $5)',
    [of.workspaceId, memberId, name, `${role}-${memberId.slice(-6)}@example.org`, role],
  )
  return actorOf(of.workspaceId, memberId, role)
}

/** Does an operation by its name, as a surface would. */
export async function doIt<A = Record<string, unknown>>(
  house: House,
  actor: Actor,
  name: string,
  input: object = {},
  bytes?: Buffer,
): Promise<A> {
  const operation = house.operations.get(name)
  if (!operation) throw new Error(`There is no operation ${name}`)
  return (await perform(house, actor, operation, input, bytes)) as A
}

const actorOf = (workspaceId: string, memberId: string, role: Role): Actor => ({
  workspaceId,
  memberId,
  role,
  timeZone: 'UTC',
  via: 'web',
})
