import type { FastifyRequest } from 'fastify'

/** Says to better-auth who asks; see clientHeader in the platform's auth-options.ts, which is too heavy to load for it. */
const clientHeader = 'x-rapport-client'

/** A request's headers for code that speaks the web's own types; the sender's address is what the server saw. */
export function requestHeaders(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name === clientHeader || name.startsWith('x-forwarded-')) continue
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each)
  }
  headers.set(clientHeader, request.ip)
  return headers
}
