import { routes } from 'virtual:routes'
import type { Input, OperationName, Output } from './catalogue.ts'

/** What the server refused, in its own words; `code` is stable, `field` names the input at fault. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly field: string | null
  readonly help: string | null
  constructor(code: string, status: number, message: string, field?: string | null, help?: string | null) {
    super(message)
    this.code = code
    this.status = status
    this.field = field ?? null
    this.help = help ?? null
  }
}

/** Any failure as a Refusal: no answer at all has the code `offline` and status 0. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  return new Refusal('offline', 0, 'The server did not answer.')
}

async function refusalOf(answer: Response): Promise<Refusal> {
  const body = (await answer.json().catch(() => null)) as {
    error?: { code?: string; message?: string; field?: string; help?: string }
    message?: string
    code?: string
  } | null
  const told = body?.error ?? body
  return new Refusal(
    told?.code ?? (answer.status === 404 ? 'not-found' : 'unavailable'),
    answer.status,
    told?.message ?? `The server answered ${answer.status}.`,
    body?.error?.field,
    body?.error?.help,
  )
}

/** Sends JSON to a path of the server and gives its JSON back; throws a Refusal. */
export async function send<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  let answer: Response
  try {
    answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw asRefusal(error)
  }
  if (!answer.ok) throw await refusalOf(answer)
  const text = await answer.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** The method and path of an operation with its input's words in it, and what is left of the input. */
function addressOf(name: OperationName, input: object): [string, string, Record<string, unknown>] {
  const [method = 'GET', route = '/'] = (routes[name] ?? '').split(' ')
  const rest: Record<string, unknown> = { ...input }
  const path = route.replace(/:(\w+)/g, (_, key: string) => {
    const value = rest[key]
    delete rest[key]
    return encodeURIComponent(String(value))
  })
  return [method, `/api/v1${path}`, rest]
}

function withQuery(path: string, rest: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(rest)) {
    if (value !== undefined && value !== null && value !== '') query.set(key, String(value))
  }
  const tail = query.toString()
  return tail ? `${path}?${tail}` : path
}

/** Where an operation answers with a file: for links, frames and uploads. */
export function linkTo<N extends OperationName>(name: N, input: Input<N>): string {
  const [, path, rest] = addressOf(name, input as object)
  return withQuery(path, rest)
}

/** Calls one operation of the catalogue by its name. */
export function call<N extends OperationName>(
  name: N,
  input: Input<N>,
  signal?: AbortSignal,
): Promise<Output<N>> {
  const [method, path, rest] = addressOf(name, input as object)
  if (method !== 'GET') return send<Output<N>>(method, path, rest, signal)
  return send<Output<N>>('GET', withQuery(path, rest), undefined, signal)
}
