import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { knownWorkspaces } from '../../platform/auth/ensure-workspace.ts'
import { claimWorkspace, joinWorkspace } from '../../platform/auth/enter-workspace.ts'
import { setupCalls } from '../../platform/auth/setup-calls.ts'
import type { SignIn } from '../../platform/auth/sign-in.ts'
import type { House } from '../../platform/house.ts'
import { invalid } from '../../platform/refusal.ts'
import { jsonBody } from './json-body.ts'
import { requestHeaders } from './request-headers.ts'
import { assertSameOrigin } from './same-origin.ts'
import { answerWith } from './sign-in-routes.ts'

/** Requests a minute from one address: keys are too long to be guessed, passwords take time to hash. */
const limit = { rateLimit: { max: 20, timeWindow: 60_000 } }

/** The doors that are open before there is a session. */
export async function setupRoutes(
  app: FastifyInstance,
  house: House,
  signIn: () => Promise<SignIn>,
  origins: () => string[],
): Promise<void> {
  jsonBody(app)
  app.get('/api/v1/setup', async (_request, reply) => {
    const claimed = (await knownWorkspaces(house)).some((workspace) => workspace.claimed)
    return reply.header('cache-control', 'no-store').send({ claimed })
  })
  app.post('/api/v1/setup/claim', { config: limit }, async (request, reply) => {
    assertOurs(request)
    const claim = read(setupCalls.claim.input, request.body)
    const address = await claimWorkspace(house, claim, request.ip)
    return enter(request, reply, address, claim.password)
  })
  app.post('/api/v1/setup/join', { config: limit }, async (request, reply) => {
    assertOurs(request)
    const joining = read(setupCalls.join.input, request.body)
    const address = await joinWorkspace(house, await signIn(), joining)
    return enter(request, reply, address, joining.password)
  })

  /** A program may come in too, without a browser's headers; another site's page may not. */
  function assertOurs(request: FastifyRequest): void {
    const { origin, 'sec-fetch-site': site } = request.headers
    if (origin !== undefined || site !== undefined) assertSameOrigin(request, origins())
  }

  async function enter(request: FastifyRequest, reply: FastifyReply, address: string, password: string) {
    const answer = await (await signIn()).enter(address, password, requestHeaders(request))
    if (!answer.ok) return answerWith(reply, answer)
    return reply
      .header('set-cookie', answer.headers.getSetCookie())
      .header('cache-control', 'no-store')
      .send({})
  }
}

function read<T extends z.ZodType>(shape: T, body: unknown): z.output<T> {
  const parsed = shape.safeParse(body ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.')
  throw invalid(`${field || 'The input'}: ${issue?.message ?? 'cannot be used'}.`, field)
}
