import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../platform/actor.ts'
import { actorOfKey } from '../../platform/auth/actor-of-key.ts'
import type { SignIn } from '../../platform/auth/sign-in.ts'
import type { House } from '../../platform/house.ts'
import { Unknown } from './answer-refusal.ts'
import { requestHeaders } from './request-headers.ts'

/** Who sent a request, and how that was proved. */
export interface Asker {
  actor: Actor
  /** Null for a key. */
  sessionId: string | null
  /** Set-Cookie lines for the answer. */
  cookies: string[]
}

/** Who asks: the member behind an API key, else behind the session's cookie. Refused where it is neither. */
export async function askerOf(
  house: House,
  signIn: () => Promise<SignIn>,
  request: FastifyRequest,
): Promise<Asker> {
  const { authorization } = request.headers
  if (authorization !== undefined) {
    const key = /^Bearer ([^\s]+)$/i.exec(authorization)?.[1]
    const actor = key ? await actorOfKey(house, key, 'http') : null
    if (!actor) throw new Unknown('This key is not known here, or was ended.')
    return { actor, sessionId: null, cookies: [] }
  }
  if (!request.headers.cookie) throw new Unknown()
  const signedIn = await (await signIn()).signedIn(requestHeaders(request))
  if (!signedIn) throw new Unknown()
  return signedIn
}
