import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FileAnswer, Operation } from '../../platform/area.ts'
import type { SignIn } from '../../platform/auth/sign-in.ts'
import type { House } from '../../platform/house.ts'
import { perform } from '../../platform/perform.ts'
import { invalid } from '../../platform/refusal.ts'
import { askerOf } from './asker.ts'
import { answerFile } from './file-answer.ts'
import { jsonBody } from './json-body.ts'
import { queryValues } from './query-values.ts'
import { assertSameOrigin } from './same-origin.ts'

/** The most that a part of an uploaded file holds. */
export const mostBytes = 8 * 1024 * 1024

/** One route for each operation of the catalogue, below /api/v1. */
export async function operationRoutes(
  app: FastifyInstance,
  house: House,
  signIn: () => Promise<SignIn>,
  origins: () => string[],
): Promise<void> {
  const operations = [...house.operations.values()]
  await app.register(async (json) => {
    jsonBody(json)
    for (const each of operations.filter(({ takesBytes }) => !takesBytes)) route(json, each)
  })
  await app.register(async (raw) => {
    raw.removeAllContentTypeParsers()
    raw.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: mostBytes }, (_request, body, done) =>
      done(null, body),
    )
    for (const each of operations.filter(({ takesBytes }) => takesBytes)) route(raw, each)
  })

  function route(into: FastifyInstance, operation: Operation): void {
    const [method = 'GET', path = '/'] = operation.route.split(' ')
    const words = queryValues(operation.input)
    into.route({
      method,
      url: `/api/v1${path}`,
      bodyLimit: operation.takesBytes ? mostBytes : undefined,
      async handler(request, reply) {
        const { actor, sessionId, cookies } = await askerOf(house, signIn, request)
        if (sessionId !== null && method !== 'GET') assertSameOrigin(request, origins())
        const input = inputOf(operation, request, words)
        const bytes = operation.takesBytes ? ((request.body as Buffer) ?? Buffer.alloc(0)) : undefined
        const answer = await perform(house, actor, operation, input, bytes)
        if (cookies.length > 0) reply.header('set-cookie', cookies)
        if (operation.answers === 'file') return answerFile(reply, answer as FileAnswer)
        return reply.header('cache-control', 'no-store').send(answer)
      },
    })
  }
}

/** What an operation is given: the words of its address, and the body of an action. The address has the last word. */
function inputOf(
  operation: Operation,
  request: FastifyRequest,
  words: (from: Record<string, unknown>) => Record<string, unknown>,
): Record<string, unknown> {
  const params = words(request.params as Record<string, unknown>)
  if (operation.kind === 'question' || operation.takesBytes)
    return { ...words(request.query as Record<string, unknown>), ...params }
  const body = request.body ?? {}
  if (typeof body !== 'object' || Array.isArray(body)) throw invalid('Send a JSON object.')
  return { ...body, ...params }
}
