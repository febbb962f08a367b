import { sql } from 'kysely'
import type { Tx } from '../context.ts'
import { conflict } from '../refusal.ts'

/**
 * Makes a user who signs in with a password, by better-auth's own code but inside the caller's transaction, so that there
 * is never a user without a member. `passwordHash` from `hashPassword`. Answers the user's id.
 */
export async function makeUser(
  tx: Tx,
  user: { name: string; email: string; passwordHash: string },
): Promise<string> {
  const { betterAuth } = await import('better-auth')
  const auth = betterAuth({
    database: { db: tx.withoutPlugins().withSchema('auth'), type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true },
    // Signs nothing: only rows are written here.
    secret: 'only-rows-are-written-by-this-one',
    baseURL: 'http://localhost',
    telemetry: { enabled: false },
    logger: { disabled: true },
  })
  const { internalAdapter } = await auth.$context
  try {
    const { id } = await internalAdapter.createUser(
      { name: user.name, email: user.email, emailVerified: false },
      { method: 'email-password' },
    )
    await internalAdapter.linkAccount({
      userId: id,
      providerId: 'credential',
      accountId: id,
      password: user.passwordHash,
    })
    return id
  } catch (error) {
    if ((error as { code?: string }).code === '23505')
      throw conflict(
        'Somebody signs in with this address already.',
        'Sign in with it, or take another address.',
      )
    throw error
  }
}

/** The user of an address, if there is one. */
export async function userOfAddress(tx: Tx, address: string): Promise<string | null> {
  const { rows } = await sql<{
    id: string
  }>`select id from auth."user" where email = ${address.toLowerCase()}`.execute(tx)
  return rows[0]?.id ?? null
}

/** What is kept of a password (scrypt, as better-auth does it). Takes about 100 ms: before a transaction, not in it. */
export async function hashPassword(password: string): Promise<string> {
  const { hashPassword: hash } = await import('better-auth/crypto')
  return hash(password)
}
