import pg from 'pg'
import type { House } from '../house.ts'

/** What a fact says to those who listen: its name and its line in platform.fact, never its payload. */
export interface ToldFact {
  workspaceId: string
  /** null: the whole team may hear of it; else only that member. */
  audience: string | null
  name: string
  id: string
}

/** Listens to facts of all processes on a connection of its own. `lost` when that ends without having been asked to. */
export async function hearFacts(
  house: House,
  hear: (told: ToldFact) => void,
  lost: () => void,
): Promise<{ stop(): Promise<void> }> {
  const { options } = house.database.pool
  // pg hides the password from copies.
  const client = new pg.Client({ ...options, password: options.password, application_name: 'rapport live' })
  let ended = false
  const end = () => {
    if (ended) return
    ended = true
    lost()
  }
  client.on('error', (error) => {
    house.log.warn({ error: error.message }, 'The connection that hears facts was lost')
    end()
  })
  client.on('end', end)
  client.on('notification', ({ payload }) => hear(JSON.parse(payload ?? 'null') as ToldFact))
  await client.connect()
  await client.query('listen rapport_fact')
  return {
    async stop() {
      ended = true
      await client.end().catch(() => {})
    },
  }
}
