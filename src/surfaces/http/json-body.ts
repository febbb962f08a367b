import type { FastifyInstance } from 'fastify'

/** In this part of the server a body is JSON and nothing else; an empty one is an empty object. */
export function jsonBody(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body.length === 0 ? done(null, {}) : parse(request, body.toString(), done),
  )
}
