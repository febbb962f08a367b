import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { House } from '../../platform/house.ts'
import { notFound } from '../../platform/refusal.ts'
import { answerError } from './answer-refusal.ts'

/**
 * The web app's files. Those with a hash in their name are kept by browsers for good, the rest is asked for each time.
 * Any other address that a browser opens is a page of the app.
 */
export async function webApp(app: FastifyInstance, house: House, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built)
    await app.register(fastifyStatic, {
      root: folder,
      preCompressed: true,
      index: false,
      // A folder is no file: it, and `/` itself, may be a page.
      allowedPath: (path) => /\.\w+$/.test(path) && !/\/\./.test(path),
      cacheControl: false,
      setHeaders(reply, path) {
        const kept = path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
        reply.header('cache-control', kept)
      },
    })
  app.setNotFoundHandler((request, reply) => {
    if (!opensPage(request)) return answerError(reply, notFound('address'), house.log)
    return built ? reply.sendFile('index.html') : notBuilt(reply)
  })
}

function opensPage(request: FastifyRequest): boolean {
  const { method, url, headers } = request
  const path = url.split('?')[0] ?? ''
  const accept = headers.accept ?? '*/*'
  // A browser says that it wants a page. A program that takes anything gets it too, but for what is named like a file.
  const wantsPage = accept.includes('text/html') || (accept.includes('*/*') && !/\.\w+$/.test(path))
  return (method === 'GET' || method === 'HEAD') && wantsPage && !/^\/(api|assets)\//.test(path)
}

const notBuilt = (reply: FastifyReply) =>
  reply
    .code(503)
    .type('text/html; charset=utf-8')
    .send(
      '<!doctype html><title>Rapport</title><p>The pages are not built yet. Start with <code>npm start</code>.',
    )
