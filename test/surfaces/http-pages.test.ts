import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { httpServer } from '../../src/surfaces/http/server.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { baseUrl } from './browser.ts'

let the: TestHouse
let app: FastifyInstance
const folder = mkdtempSync(join(tmpdir(), 'rapport-pages-'))
const secret = 's'.repeat(40)

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<title>The app</title>')
  writeFileSync(join(folder, 'sw.js'), 'worker')
  writeFileSync(join(folder, 'assets', 'main-abc123.js'), 'plain')
  writeFileSync(join(folder, 'assets', 'main-abc123.js.br'), 'packed')
  writeFileSync(join(folder, '.secret'), 'hidden')
  the = await testHouse({ name: 'pages' })
  app = await httpServer(the.house, { baseUrl, secret, webFolder: folder })
})
afterAll(async () => {
  await app?.close()
  await the?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const open = (url: string) => app.inject({ url, headers: { accept: 'text/html,*/*' } })

describe('The web app', () => {
  test.each(['/', '/people', '/companies/acme.example', '/assets', '/welcome?key=abc'])(
    'opens at %s',
    async (url) => {
      const answer = await open(url)
      expect(answer.statusCode).toBe(200)
      expect(answer.body).toContain('The app')
      expect(answer.headers).toMatchObject({
        'content-type': expect.stringContaining('text/html'),
        'cache-control': 'no-cache',
      })
    },
  )

  test('opens for a program that takes anything, and a missing file stays missing', async () => {
    for (const headers of [{}, { accept: '*/*' }]) {
      expect((await app.inject({ url: '/', headers })).statusCode).toBe(200)
      expect((await app.inject({ url: '/missing.png', headers })).statusCode).toBe(404)
    }
  })

  test('keeps files with a hash in their name for good, and sends them packed', async () => {
    const answer = await app.inject({
      url: '/assets/main-abc123.js',
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(answer.body).toBe('packed')
    expect(answer.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect((await app.inject('/sw.js')).headers['cache-control']).toBe('no-cache')
  })

  test('gives out no hidden file, nothing beside its folder, and no page for a missing file', async () => {
    for (const url of [
      '/.secret',
      '/../package.json',
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/a%00.js',
    ])
      expect((await app.inject(url)).body, url).not.toMatch(/hidden|"name"/)
    expect((await open('/assets/gone-123.js')).statusCode).toBe(404)
    expect((await open('/api/v1/gone')).json().error.code).toBe('not-found')
  })

  test('that is not built says so', async () => {
    const bare = await httpServer(the.house, { baseUrl, secret, webFolder: join(folder, 'nothing') })
    const answer = await bare.inject({ url: '/', headers: { accept: 'text/html' } })
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toContain('npm start')
    await bare.close()
  })
})

test('Without its database the server stays up, and says that it can’t work', async () => {
  const own = await testHouse({ name: 'away' })
  const server = await httpServer(own.house, { baseUrl, secret })
  await own.stop()
  expect((await server.inject('/healthz')).statusCode).toBe(200)
  const ready = await server.inject('/readyz')
  expect(ready.statusCode).toBe(503)
  expect(ready.json().error.code).toBe('unavailable')
  const asked = await server.inject('/api/v1/setup')
  expect(asked.statusCode).toBe(503)
  expect(asked.json().error.code).toBe('unavailable')
  await server.close()
})
