import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SignIn } from '../../platform/auth/sign-in.ts'
import type { House } from '../../platform/house.ts'
import { errorBody, Wait } from './answer-refusal.ts'
import type { LiveStreams } from './live-streams.ts'
import { requestHeaders } from './request-headers.ts'
import { isSameOrigin } from './same-origin.ts'

const path = '/api/auth'

/** better-auth below /api/auth: passwords, passkeys, sessions. Its bodies are its own to read. */
export async function signInRoutes(
  app: FastifyInstance,
  house: House,
  signIn: () => Promise<SignIn>,
  origins: () => string[],
  live: LiveStreams,
): Promise<void> {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 64 * 1024 }, (_request, body, done) =>
    done(null, body),
  )
  app.route({
    method: ['GET', 'POST'],
    url: `${path}/*`,
    async handler(request, reply) {
      const door = await signIn()
      const asked = askedOf(request, door.settings.baseUrl, origins())
      const url = new URL(asked.url)
      if (url.pathname === `${path}/sign-in/email`) return enterByPassword(request, reply, asked)
      const leaving = url.pathname === `${path}/sign-out` ? await door.signedIn(asked.headers) : null
      const answer = await door.handle(asked)
      if (leaving && answer.ok) live.end(({ sessionId }) => sessionId === leaving.sessionId)
      return answerWith(reply, answer)
    },
  })

  async function enterByPassword(request: FastifyRequest, reply: FastifyReply, asked: Request) {
    const door = await signIn()
    const address = addressIn(request.body)
    const until = address === null ? null : await door.attempt(address)
    if (until) {
      const seconds = (until.getTime() - house.clock.now().getTime()) / 1000
      house.log.warn({ from: request.ip }, 'Sign-in waits: too many wrong passwords for one address')
      throw new Wait('Too many wrong passwords for this address, so it waits.', seconds)
    }
    const answer = await door.handle(asked)
    if (answer.ok && address !== null) await door.succeeded(address)
    return answerWith(reply, answer)
  }
}

/** The request as better-auth takes it. What our own page sent is said to come from our own address, by whichever it was opened. */
function askedOf(request: FastifyRequest, baseUrl: string, origins: readonly string[]): Request {
  const headers = requestHeaders(request)
  headers.delete('content-length')
  if (isSameOrigin(request, origins)) headers.set('origin', new URL(baseUrl).origin)
  const body = Buffer.isBuffer(request.body) && request.body.length > 0 ? request.body : null
  return new Request(new URL(request.url, baseUrl), {
    method: request.method,
    headers,
    ...(body ? { body: new Uint8Array(body) } : {}),
  })
}

/** Passes an answer of better-auth on, its errors in the shape of all others (and in its own, for its own client). */
export async function answerWith(reply: FastifyReply, answer: Response): Promise<FastifyReply> {
  const text = await answer.text()
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  const location = answer.headers.get('location')
  if (location) reply.header('location', location)
  reply.code(answer.status).header('cache-control', 'no-store').type('application/json; charset=utf-8')
  if (answer.status < 400) return reply.send(text || '{}')
  const wait = answer.headers.get('x-retry-after')
  if (wait) reply.header('retry-after', wait)
  const told = messageIn(text)
  const message = told.message ?? (answer.status === 404 ? 'There is no such address.' : 'This was refused.')
  return reply.send({ ...told, ...errorBody(answer.status, message) })
}

function messageIn(text: string): { message?: string; code?: string } {
  try {
    const { message, code } = JSON.parse(text) as { message?: string; code?: string }
    return { message, code }
  } catch {
    return {}
  }
}

function addressIn(body: unknown): string | null {
  try {
    const { email } = JSON.parse(String(body)) as { email?: unknown }
    return typeof email === 'string' && email.length <= 320 ? email : null
  } catch {
    return null
  }
}
