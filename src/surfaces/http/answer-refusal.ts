import type { FastifyError, FastifyReply } from 'fastify'
import type { Log } from '../../platform/log.ts'
import { Refusal, type RefusalCode } from '../../platform/refusal.ts'

const statusOf: Record<RefusalCode, number> = {
  invalid: 400,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
}
const codeOf: Record<number, RefusalCode> = {
  401: 'not-allowed',
  403: 'not-allowed',
  404: 'not-found',
  405: 'not-found',
  409: 'conflict',
  413: 'limited',
  429: 'limited',
  503: 'unavailable',
}
/** How long to wait when nothing better is known, in seconds. */
const patience = 10

/** Nobody is signed in: the one refusal that HTTP tells apart from what a role may not do. */
export class Unknown extends Refusal {
  constructor(message = 'Sign in first, or send an API key.') {
    super('not-allowed', message)
  }
}

/** A bound was reached that passes by itself. */
export class Wait extends Refusal {
  readonly seconds: number
  constructor(message: string, seconds: number) {
    super('limited', message, { help: `Try again in ${Math.max(1, Math.ceil(seconds / 60))} min.` })
    this.seconds = seconds
  }
}

/** Every error has one shape. What went wrong inside is for the log, never for whoever asked. */
export function answerError(reply: FastifyReply, error: unknown, log: Log): FastifyReply {
  const refusal = asRefusal(error, log)
  const status = refusal instanceof Unknown ? 401 : bodyTooLarge(error) ? 413 : statusOf[refusal.code]
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  if (status === 429 || status === 503)
    reply.header('retry-after', String(Math.ceil(refusal instanceof Wait ? refusal.seconds : patience)))
  const { code, message, field, help } = refusal
  if (code === 'unavailable' && error !== refusal && !isAway(error))
    return reply.code(500).send({ error: { code, message } })
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ error: { code, message, ...(field ? { field } : {}), ...(help ? { help } : {}) } })
}

/** The same shape for an answer that somebody else's code has made. */
export const errorBody = (status: number, message: string) => ({
  error: { code: codeOf[status] ?? (status >= 500 ? 'unavailable' : 'invalid'), message },
})

function asRefusal(error: unknown, log: Log): Refusal {
  if (error instanceof Refusal) return error
  if (isAway(error)) {
    log.warn({ err: error }, 'The database could not be reached')
    return new Refusal('unavailable', 'The database can’t be reached just now.', {
      help: 'Try again shortly.',
    })
  }
  const { statusCode, code, message } = error as Partial<FastifyError>
  if (bodyTooLarge(error))
    return new Refusal('limited', 'This is too large: 1 MiB is the most, 8 MiB for a part of a file.')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return new Refusal('invalid', 'Send JSON, with the content type application/json.')
  if (statusCode === 429) return new Refusal('limited', message ?? 'Too many requests.')
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new Refusal(codeOf[statusCode] ?? 'invalid', message ?? 'This request can’t be read.')
  log.error({ err: error }, 'A request failed')
  return new Refusal('unavailable', 'Something went wrong here. It is in the log.')
}

const bodyTooLarge = (error: unknown) => (error as { code?: string }).code === 'FST_ERR_CTP_BODY_TOO_LARGE'

/** Whether it says that the database is away: sockets, and Postgres' classes 08, 53 and 57P. */
function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string }
  if (code && /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|08\w{3}|53\w{3}|57P\w{2})$/.test(code))
    return true
  return /Connection terminated|timeout exceeded when trying to connect|pool after calling end/.test(
    message ?? '',
  )
}
