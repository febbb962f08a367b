import type pg from 'pg'
import { keyHash } from './key-hash.ts'

/** So many wrong passwords in a row for one address, and it waits. */
export const mostFailures = 8
/** How long it waits, in milliseconds; wrong ones older than that are forgotten. */
export const waitsFor = 10 * 60_000

/**
 * Counts an attempt before its password is looked at, so that many at once don't slip through together. Answers until when
 * the address waits, or null where the attempt may go on. Addresses that nobody has are counted alike.
 */
export async function countAttempt(pool: pg.Pool, address: string, now: Date): Promise<Date | null> {
  const { rows } = await pool.query<{ failures: number; failed_at: Date }>(
    `insert into auth.lockout as l (address_hash, failures, failed_at) values ($1, 1, $2)
     on conflict (address_hash) do update set
       failures = case when l.failed_at <= $3 then 1 else l.failures + 1 end,
       failed_at = case when l.failures >= $4 and l.failed_at > $3 then l.failed_at else $2 end
     returning failures, failed_at`,
    [hashOf(address), now, new Date(now.getTime() - waitsFor), mostFailures],
  )
  const row = rows[0]
  return row && row.failures > mostFailures ? new Date(row.failed_at.getTime() + waitsFor) : null
}

/** After the right password nothing is held against the address. */
export async function forgetAttempts(pool: pg.Pool, address: string): Promise<void> {
  await pool.query('delete from auth.lockout where address_hash = $1', [hashOf(address)])
}

const hashOf = (address: string) => keyHash(address.trim().toLowerCase())
