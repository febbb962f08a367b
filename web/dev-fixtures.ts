import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import { answer, FixtureRefusal } from './dev-fixtures/answer.ts'
import { routesTable } from './routes-table.ts'

const routes = Object.entries(routesTable).map(([name, route]) => {
  const [method = 'GET', path = ''] = route.split(' ')
  const keys = [...path.matchAll(/:(\w+)/g)].map((found) => found[1] as string)
  return { name, method, keys, pattern: new RegExp(`^/api/v1${path.replace(/:\w+/g, '([^/]+)')}$`) }
})

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += chunk
  try {
    return JSON.parse(text || '{}')
  } catch {
    return {}
  }
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(body ?? {}))
}

const MAIL_HTML = `<!doctype html><body style="font:16px/1.5 Georgia;margin:16px"><p>Good morning Nell.</p>
<p>The pilot list is with me and I <b>like</b> it. We are nearly there.</p><script>top.document.title='broken'</script></body>`

/** An invented server inside `vite`, for working on the pages alone; it is no part of what is built. */
export function devFixtures(): Plugin {
  return {
    name: 'dev-fixtures',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://here')
        if (!url.pathname.startsWith('/api/')) return next()
        if (url.pathname === '/api/v1/live') {
          response.setHeader('content-type', 'text/event-stream')
          response.write(': here\n\n')
          return
        }
        if (url.pathname.endsWith('/html')) {
          response.setHeader('content-type', 'text/html')
          return response.end(MAIL_HTML)
        }
        if (url.pathname.startsWith('/api/auth/')) return reply(response, 200, [])
        if (request.method === 'PUT') {
          for await (const _ of request);
          return reply(response, 200, {})
        }
        const route = routes.find((it) => it.method === request.method && it.pattern.test(url.pathname))
        if (!route) return reply(response, 404, { error: { code: 'not-found', message: 'No such route.' } })
        const found = url.pathname.match(route.pattern) ?? []
        const input = {
          ...Object.fromEntries(url.searchParams),
          ...(await bodyOf(request)),
          ...Object.fromEntries(
            route.keys.map((key, index) => [key, decodeURIComponent(found[index + 1] ?? '')]),
          ),
        }
        try {
          reply(response, 200, answer(route.name, input as Record<string, string>))
        } catch (error) {
          if (!(error instanceof FixtureRefusal)) throw error
          reply(response, error.status, {
            error: { code: error.code, message: error.message, help: error.help },
          })
        }
      })
    },
  }
}
