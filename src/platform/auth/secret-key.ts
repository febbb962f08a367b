import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unavailable } from '../refusal.ts'

/**
 * The key that signs sessions: the one given (RAPPORT_SECRET, where several machines share one database), else the one in
 * the data folder's `secret.key`, made on the first start. At least 32 characters.
 */
export function secretKey(folder: string, given?: string | null): string {
  if (given) return longEnough(given.trim(), 'RAPPORT_SECRET')
  const path = join(folder, 'secret.key')
  const found = read(path)
  if (found !== null) return longEnough(found, path)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const mine = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(mine, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    // A link is made whole or not at all, and not over another's: of two first starts one key stays.
    linkSync(mine, path)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  } finally {
    rmSync(mine, { force: true })
  }
  chmodSync(path, 0o600)
  return longEnough(read(path) ?? '', path)
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
}

function longEnough(key: string, from: string): string {
  if (key.length >= 32) return key
  throw unavailable(
    `The secret in ${from} is too short: 32 characters at least.`,
    'A new one signs everybody out and changes nothing else: openssl rand -base64 48',
  )
}
