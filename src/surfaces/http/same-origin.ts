import type { FastifyRequest } from 'fastify'
import { notAllowed } from '../../platform/refusal.ts'

/**
 * Refuses a request that changes something with a cookie's rights unless our own pages sent it: browsers say so by
 * Sec-Fetch-Site, or by an Origin that is the address the request came to (or one of the configured ones).
 */
export function assertSameOrigin(request: FastifyRequest, origins: readonly string[]): void {
  if (!isSameOrigin(request, origins))
    throw notAllowed('This did not come from a page of this Rapport, so nothing was done.')
}

/** Whether a page of ours sent it. Without either header nobody knows, and it did not. */
export function isSameOrigin(request: FastifyRequest, origins: readonly string[]): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const { origin } = request.headers
  if (!origin || !URL.canParse(origin)) return false
  return origins.includes(origin) || new URL(origin).host === request.headers.host
}
