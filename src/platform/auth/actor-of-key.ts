import type { Actor, Role, Surface } from '../actor.ts'
import type { House } from '../house.ts'
import { keyHash } from './key-hash.ts'
import { lesserRole } from './lesser-role.ts'

const shape = /^rk_[A-Za-z0-9_-]{43}$/
const minute = 60_000
/** When this process last wrote a key's use down. Only spares writes: who holds what rights is asked each time. */
const noted = new WeakMap<House, Map<string, number>>()

interface Found {
  workspace_id: string
  key_id: string
  member_id: string
  role: Role
  member_role: Role
  time_zone: string
}

/** Who a key acts for, with the lesser of the key's and its member's role; null for a key that is not (or no longer) ours. */
export async function actorOfKey(house: House, key: string, via: Surface = 'http'): Promise<Actor | null> {
  if (!shape.test(key)) return null
  const { rows } = await house.database.pool.query<Found>('select * from platform.member_of_key($1)', [
    keyHash(key),
  ])
  const found = rows[0]
  if (!found) return null
  await noteUse(house, found)
  return {
    workspaceId: found.workspace_id,
    memberId: found.member_id,
    role: lesserRole(found.role, found.member_role),
    timeZone: found.time_zone,
    via,
  }
}

/** Keeps when a key was last used, at most once a minute. */
async function noteUse(house: House, { workspace_id, key_id }: Found): Promise<void> {
  const now = house.clock.now()
  const mine = noted.get(house) ?? new Map<string, number>()
  noted.set(house, mine)
  const last = mine.get(key_id)
  if (last !== undefined && Math.abs(now.getTime() - last) < minute) return
  if (mine.size > 10_000) mine.clear()
  mine.set(key_id, now.getTime())
  const client = await house.database.pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.workspace_id', $1, true)`, [workspace_id])
    await client.query(
      `update platform.api_key set last_used_at = $3 where workspace_id = $1 and id = $2
         and (last_used_at is null or last_used_at < $3::timestamptz - interval '1 minute')`,
      [workspace_id, key_id, now],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    house.log.warn({ err: error }, 'The use of a key could not be noted')
  } finally {
    client.release()
  }
}
