import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import { signIn as openSignIn, type SignIn } from '../../platform/auth/sign-in.ts'
import type { House } from '../../platform/house.ts'
import { answerError, Wait } from './answer-refusal.ts'
import { askerOf } from './asker.ts'
import { documentRoutes } from './document-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { liveStreams } from './live-streams.ts'
import { operationRoutes } from './operation-routes.ts'
import { securityHeaders } from './security-headers.ts'
import { setupRoutes } from './setup-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { webApp } from './web-app.ts'

export interface HttpOptions {
  /** The address that people open, without a slash at its end; left out: localhost with the port it listens on. */
  baseUrl?: string
  /** Signs sessions; see secretKey. */
  secret: string
  /** Further addresses that the same pages are opened by. */
  trustedOrigins?: readonly string[]
  /** Proxies in front whose X-Forwarded-For is believed, as Fastify takes them. */
  trustProxy?: boolean | string
  /** Where the built web app lies. */
  webFolder?: string
  /** From one network address, in this process. */
  requestsPerMinute?: number
}

const ownWebFolder = join(import.meta.dirname, '../../../web/dist')

/** The server with all of its routes, ready to listen (or to be asked by `inject`). Closing it ends open streams at once. */
export async function httpServer(house: House, options: HttpOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    trustProxy: options.trustProxy ?? false,
    bodyLimit: 1024 * 1024,
    requestTimeout: 120_000,
  })
  const baseUrl = () => options.baseUrl ?? `http://localhost:${portOf(app)}`
  const origins = () => [baseUrl(), ...(options.trustedOrigins ?? [])].map((url) => new URL(url).origin)
  let opened: Promise<SignIn> | null = null
  const signIn = () => {
    const { secret, trustedOrigins } = options
    opened ??= openSignIn(house, { baseUrl: baseUrl(), secret, trustedOrigins }).catch((error) => {
      opened = null
      throw error
    })
    return opened
  }
  const live = liveStreams(house)

  app.setErrorHandler((error, _request, reply) => answerError(reply, error, house.log))
  await app.register(helmet, securityHeaders(options.baseUrl?.startsWith('https:') ?? false))
  await app.register(rateLimit, {
    max: options.requestsPerMinute ?? 30_000,
    timeWindow: 60_000,
    errorResponseBuilder: (_request, { max, ttl }) =>
      new Wait(`${max} requests a minute are the most.`, Math.ceil(ttl / 1000)),
  })
  await app.register((part) => healthRoutes(part, house))
  await app.register((part) => documentRoutes(part, house, baseUrl))
  await app.register((part) => setupRoutes(part, house, signIn, origins))
  await app.register((part) => signInRoutes(part, house, signIn, origins, live))
  await app.register((part) => operationRoutes(part, house, signIn, origins))
  app.get('/api/v1/live', async (request, reply) => {
    const stillIn = () =>
      askerOf(house, signIn, request).then(
        () => true,
        () => false,
      )
    await live.open(await askerOf(house, signIn, request), reply, stillIn)
    return reply
  })
  await webApp(app, house, options.webFolder ?? ownWebFolder)

  // Loading better-auth takes a second: after the first page, before the first password.
  app.addHook('onListen', async () => {
    setImmediate(() => void signIn().catch(() => {}))
  })
  // Before the server waits for its connections: a stream would hold it for ever.
  app.addHook('preClose', () => live.close())
  app.addHook('onClose', async () => {
    const door = await opened?.catch(() => null)
    await door?.close()
  })
  return app
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address() as AddressInfo | string | null
  return typeof address === 'object' && address ? address.port : 80
}
