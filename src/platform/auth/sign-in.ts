import type { Actor, Role } from '../actor.ts'
import type { House } from '../house.ts'
import type { SignInSettings } from './auth-options.ts'
import { authPool } from './auth-pool.ts'
import { countAttempt, forgetAttempts } from './lockout.ts'

/** A member who is signed in, and by which session. */
export interface SignedIn {
  actor: Actor
  sessionId: string
  /** Set-Cookie lines for the answer: once a day the session is made longer. */
  cookies: string[]
}

/** Sign-in by password and passkey. */
export interface SignIn {
  readonly settings: SignInSettings
  /** Answers a request below /api/auth. */
  handle(request: Request): Promise<Response>
  /** Who the cookies of a request belong to; null without a session, or for one who is no member any more. */
  signedIn(headers: Headers): Promise<SignedIn | null>
  /** Begins a session; the answer carries its cookie. Only for a password that was just set or checked. */
  enter(address: string, password: string, headers: Headers): Promise<Response>
  /** Counts an attempt on an address: until when it waits, or null where it may go on. */
  attempt(address: string): Promise<Date | null>
  /** Forgets the wrong passwords before the right one. */
  succeeded(address: string): Promise<void>
  /** Whether the password is the one of the user of that address; null where there is no such user. */
  knows(address: string, password: string): Promise<boolean | null>
  close(): Promise<void>
}

interface Membership {
  workspace_id: string
  member_id: string
  role: Role
  time_zone: string
}

/** Opens sign-in. better-auth takes a second to load, so only what serves pages calls this. */
export async function signIn(house: House, settings: SignInSettings): Promise<SignIn> {
  const [{ betterAuth }, { verifyPassword }, { authOptions }] = await Promise.all([
    import('better-auth'),
    import('better-auth/crypto'),
    import('./auth-options.ts'),
  ])
  const pool = authPool(house)
  const auth = betterAuth({ ...authOptions(settings, house.log), database: pool })
  return {
    settings,
    handle: (request) => auth.handler(request),
    async signedIn(headers) {
      if (!headers.get('cookie')) return null
      const { response: found, headers: answer } = await auth.api.getSession({ headers, returnHeaders: true })
      if (!found) return null
      const { rows } = await house.database.pool.query<Membership>('select * from platform.memberships($1)', [
        found.user.id,
      ])
      const member = rows[0]
      if (!member) return null
      const actor: Actor = {
        workspaceId: member.workspace_id,
        memberId: member.member_id,
        role: member.role,
        timeZone: member.time_zone,
        via: 'web',
      }
      return { actor, sessionId: found.session.id, cookies: answer.getSetCookie() }
    },
    enter: (email, password, headers) =>
      auth.api.signInEmail({ body: { email, password }, headers, asResponse: true }),
    attempt: (address) => countAttempt(pool, address, house.clock.now()),
    succeeded: (address) => forgetAttempts(pool, address),
    async knows(address, password) {
      const { rows } = await pool.query<{ hash: string }>(
        `select a.password as hash from auth."user" u join auth.account a on a."userId" = u.id and a."providerId" = 'credential'
         where u.email = $1`,
        [address.toLowerCase()],
      )
      const hash = rows[0]?.hash
      return hash ? await verifyPassword({ hash, password }) : null
    },
    close: () => pool.end(),
  }
}
