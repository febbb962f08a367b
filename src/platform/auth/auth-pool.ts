import pg from 'pg'
import type { House } from '../house.ts'

/** Connections for sign-in alone: the only ones that look for a table in the schema `auth`. */
export function authPool(house: House): pg.Pool {
  const { options } = house.database.pool
  const pool = new pg.Pool({
    ...options,
    // pg hides it from copies.
    password: options.password,
    options:
      '-c role=rapport_app -c search_path=auth,pg_catalog -c timezone=UTC -c client_min_messages=warning',
    max: 3,
    application_name: 'rapport sign-in',
  })
  pool.on('error', (error) => house.log.warn({ error: error.message }, 'A sign-in connection was lost'))
  return pool
}
