import type { Actor, Role, Surface } from '../actor.ts'
import type { House } from '../house.ts'

/** A member as an actor, with the rights that they have now; null for one who left. */
export async function workspaceMember(
  house: House,
  workspaceId: string,
  memberId: string,
  via: Surface,
): Promise<Actor | null> {
  const client = await house.database.pool.connect()
  try {
    await client.query('begin read only')
    await client.query(`select set_config('app.workspace_id', $1, true)`, [workspaceId])
    const { rows } = await client.query<{ role: Role; time_zone: string }>(
      'select role, time_zone from platform.member where workspace_id = $1 and id = $2 and ended_at is null',
      [workspaceId, memberId],
    )
    await client.query('commit')
    const member = rows[0]
    return member ? { workspaceId, memberId, role: member.role, timeZone: member.time_zone, via } : null
  } finally {
    client.release()
  }
}
