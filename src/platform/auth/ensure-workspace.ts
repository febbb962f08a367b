import type { House } from '../house.ts'
import { newId } from '../new-id.ts'

/** A workspace as it is seen from outside of any. */
export interface KnownWorkspace {
  id: string
  name: string
  /** Whether somebody can sign in to it. */
  claimed: boolean
  ownerMemberId: string | null
  timeZone: string
}

/** All workspaces, oldest first. */
export async function knownWorkspaces(house: House): Promise<KnownWorkspace[]> {
  const { rows } = await house.database.pool.query<KnownWorkspace>(
    `select id, name, claimed, owner_member_id as "ownerMemberId", time_zone as "timeZone" from platform.workspaces()`,
  )
  return rows
}

/**
 * The first workspace; where there is none it is made, with an owner who is waited for. Two starts at once make one.
 * `timeZone` (IANA): the new workspace's and owner's.
 */
export async function ensureWorkspace(house: House, timeZone = 'UTC'): Promise<KnownWorkspace> {
  const [first] = await knownWorkspaces(house)
  if (first) return first
  const client = await house.database.pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock(727003)')
    const now = house.clock.now().getTime()
    await client.query(
      `select platform.create_workspace($1, 'My workspace', $2, 'Owner', $3)
       where not exists (select from platform.workspaces())`,
      [newId(now), newId(now), timeZone],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
  const [made] = await knownWorkspaces(house)
  if (!made) throw new Error('The first workspace was not made')
  return made
}
