import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'

export const baseUrl = 'http://localhost:4280'

/** Talks to a server as a browser on its own pages would: keeps cookies, says where it comes from. */
export interface Browser {
  get(url: string, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  post(url: string, body?: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  /** The cookies as a header's value. */
  cookie(): string
}

export function browser(app: FastifyInstance): Browser {
  const cookies = new Map<string, string>()
  const send = async (options: InjectOptions) => {
    const cookie = cookieOf(cookies)
    const answer = await app.inject({
      ...options,
      headers: { host: 'localhost:4280', ...(cookie ? { cookie } : {}), ...options.headers },
    })
    for (const { name, value, maxAge } of answer.cookies)
      if (maxAge === 0) cookies.delete(name)
      else cookies.set(name, value)
    return answer
  }
  return {
    cookie: () => cookieOf(cookies),
    get: (url, headers) =>
      send({ method: 'GET', url, headers: { 'sec-fetch-site': 'same-origin', ...headers } }),
    post: (url, body = {}, headers) =>
      send({
        method: 'POST',
        url,
        headers: {
          origin: baseUrl,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          ...headers,
        },
        payload: JSON.stringify(body),
      }),
  }
}

const cookieOf = (cookies: Map<string, string>) =>
  [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ')
