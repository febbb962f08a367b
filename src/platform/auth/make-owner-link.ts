import type { House } from '../house.ts'
import { knownWorkspaces } from './ensure-workspace.ts'
import { keyHash, newKey } from './key-hash.ts'

/**
 * A new one-time link by which the first owner comes in, as an address below `baseUrl`; null where there is an owner.
 * Only its hash is kept, and it takes the place of a link that was not used.
 */
export async function makeOwnerLink(house: House, baseUrl: string): Promise<string | null> {
  const waiting = (await knownWorkspaces(house)).find((workspace) => !workspace.claimed)
  if (!waiting) return null
  const key = newKey()
  await house.database.pool.query('select platform.put_owner_link($1, $2)', [keyHash(key), waiting.id])
  house.log.info({ workspace: waiting.id }, 'A one-time link for the first owner was made')
  return `${baseUrl.replace(/\/+$/, '')}/welcome?key=${key}`
}
