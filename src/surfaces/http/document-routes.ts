import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/house.ts'
import { operationDocument } from '../../platform/operation-document.ts'
import { type ApiPage, apiPage } from './api-page.ts'
import { openApi } from './openapi.ts'

/** What the catalogue says of itself: for programs, for people. Made when first asked for. */
export async function documentRoutes(
  app: FastifyInstance,
  house: House,
  baseUrl: () => string,
): Promise<void> {
  const operations = () => house.operations.values()
  const document = once(() => JSON.stringify(openApi(operations(), baseUrl())))
  const list = once(() => JSON.stringify([...operations()].map(operationDocument)))
  const page = once((): ApiPage => apiPage(operations(), baseUrl()))
  app.get('/api/v1/openapi.json', (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(document()),
  )
  app.get('/api/v1/operations', (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-cache').send(list()),
  )
  app.get('/api', (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', page().contentPolicy)
      .send(page().html),
  )
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
