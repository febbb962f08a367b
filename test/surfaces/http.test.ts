import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineArea } from '../../src/platform/area.ts'
import { makeOwnerLink } from '../../src/platform/auth/make-owner-link.ts'
import type { House } from '../../src/platform/house.ts'
import { anyMember } from '../../src/platform/may.ts'
import { Refusal, type RefusalCode } from '../../src/platform/refusal.ts'
import { httpServer } from '../../src/surfaces/http/server.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { type Browser, baseUrl, browser } from './browser.ts'

const trial = defineArea('trial')
const mail = '<p style="color:red">Hello</p><script>alert(1)</script>'
const operations = [
  trial.question('words', {
    about: 'Say back what was asked',
    route: 'GET /trial/:n/words',
    input: z.object({
      n: z.number().int(),
      tags: z.array(z.string()).optional(),
      deep: z.boolean().nullable().optional(),
      q: z.string().optional(),
    }),
    output: z.unknown(),
    may: anyMember,
    run: async (_ctx, input) => input,
  }),
  trial.action('bytes', {
    about: 'Count bytes',
    route: 'PUT /trial/bytes/:n',
    input: z.object({ n: z.number() }),
    output: z.object({ n: z.number(), size: z.number() }),
    may: anyMember,
    takesBytes: true,
    quiet: true,
    run: async (_ctx, { n }, bytes) => ({ n, size: bytes?.length ?? -1 }),
  }),
  trial.file('download', {
    about: 'A file',
    route: 'GET /trial/file',
    input: z.object({}),
    may: anyMember,
    run: async () => ({
      fileName: '../\u202egnp."exe\r\nX: y ü.html',
      type: 'text/html',
      body: Buffer.from(mail),
    }),
  }),
  trial.file('mail', {
    about: 'A mail',
    route: 'GET /trial/mail',
    input: z.object({ images: z.boolean().optional() }),
    may: anyMember,
    run: async (_ctx, { images }) => ({
      fileName: 'mail.html',
      type: 'text/html',
      body: Buffer.from(mail),
      sandboxed: { remoteImages: images ?? false },
    }),
  }),
  trial.question('refuse', {
    about: 'Refuse',
    route: 'GET /trial/refuse',
    input: z.object({ code: z.string() }),
    output: z.unknown(),
    may: anyMember,
    run: async (_ctx, { code }) => {
      if (code === 'bug') throw new TypeError('the inside of it')
      throw new Refusal(code as RefusalCode, 'No.', { field: 'code', help: 'Do.' })
    },
  }),
]

let the: TestHouse
let house: House
let app: FastifyInstance
let ada: Browser

beforeAll(async () => {
  the = await testHouse({ name: 'http' })
  house = {
    ...the.house,
    operations: new Map([...the.house.operations, ...operations.map((each) => [each.name, each] as const)]),
  } as House
  app = await httpServer(house, { baseUrl, secret: 's'.repeat(40) })
  ada = browser(app)
  const key = new URL((await makeOwnerLink(house, baseUrl)) ?? '').searchParams.get('key')
  const claim = {
    key,
    name: 'Ada',
    email: 'ada@example.org',
    password: 'a good long password',
    workspaceName: 'W',
  }
  expect((await ada.post('/api/v1/setup/claim', claim)).statusCode).toBe(200)
})
afterAll(async () => {
  await app?.close()
  await the?.stop()
})

describe('A request', () => {
  test('without a session or a key is told to sign in', async () => {
    const answer = await browser(app).get('/api/v1/me')
    expect(answer.statusCode).toBe(401)
    expect(answer.json().error.code).toBe('not-allowed')
    for (const authorization of ['Bearer rk_wrong', `Bearer rk_${'x'.repeat(43)}`, 'Basic abc', ''])
      expect((await ada.get('/api/v1/me', { authorization })).statusCode, authorization).toBe(401)
  })

  test('is read from the words of its address by the shape of the input', async () => {
    const url = '/api/v1/trial/3/words?tags=one&deep=true&q=42'
    expect((await ada.get(url)).json()).toEqual({ n: 3, tags: ['one'], deep: true, q: '42' })
    expect((await ada.get('/api/v1/trial/3/words?tags=a&tags=b')).json()).toEqual({ n: 3, tags: ['a', 'b'] })
    const refused = await ada.get('/api/v1/trial/three/words')
    expect(refused.statusCode).toBe(400)
    expect(refused.json().error).toMatchObject({ code: 'invalid', field: 'n' })
  })

  test.each([
    ['invalid', 400],
    ['not-allowed', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['limited', 429],
    ['unavailable', 503],
  ])('that is refused as %s is answered with %i and the reason', async (code, status) => {
    const answer = await ada.get(`/api/v1/trial/refuse?code=${code}`)
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toEqual({ error: { code, message: 'No.', field: 'code', help: 'Do.' } })
    expect(answer.headers['retry-after'] !== undefined).toBe(status === 429 || status === 503)
  })

  test('that meets a mistake of ours says nothing of the inside', async () => {
    const answer = await ada.get('/api/v1/trial/refuse?code=bug')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('inside')
    expect(answer.json().error.code).toBe('unavailable')
  })

  test('may bring raw bytes where the operation takes them, up to 8 MiB, and JSON up to 1 MiB', async () => {
    const put = (bytes: Buffer) =>
      app.inject({
        method: 'PUT',
        url: '/api/v1/trial/bytes/7',
        headers: {
          cookie: ada.cookie(),
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/octet-stream',
        },
        payload: bytes,
      })
    expect((await put(Buffer.alloc(3_000_000))).json()).toEqual({ n: 7, size: 3_000_000 })
    expect((await put(Buffer.alloc(0))).json()).toEqual({ n: 7, size: 0 })
    const large = await put(Buffer.alloc(8 * 1024 * 1024 + 1))
    expect(large.statusCode).toBe(413)
    expect(large.json().error.code).toBe('limited')
    expect((await ada.post('/api/v1/me', { name: 'x'.repeat(1_100_000) })).statusCode).toBe(413)
  })

  test('with a body that is no JSON, or no object, is refused', async () => {
    const send = (type: string, payload: string) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/me',
        headers: { cookie: ada.cookie(), 'sec-fetch-site': 'same-origin', 'content-type': type },
        payload,
      })
    expect((await send('text/plain', '{"name":"Eve"}')).json().error.code).toBe('invalid')
    expect((await send('application/x-www-form-urlencoded', 'name=Eve')).json().error.code).toBe('invalid')
    expect((await send('application/json', '{"name":')).json().error.code).toBe('invalid')
    expect((await send('application/json', '[1]')).json().error.code).toBe('invalid')
    expect((await send('application/json', '{"__proto__":{"x":1}}')).json().error.code).toBe('invalid')
  })

  test('for an address that there is not is answered in the same shape', async () => {
    const answer = await ada.get('/api/v1/nothing')
    expect(answer.statusCode).toBe(404)
    expect(answer.json().error.code).toBe('not-found')
  })
})

describe('Another site’s page', () => {
  test.each([
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    { 'sec-fetch-site': 'same-site', origin: 'http://localhost:9999' },
    { 'sec-fetch-site': '', origin: 'https://evil.example' },
    { 'sec-fetch-site': '', origin: 'null' },
    { 'sec-fetch-site': '', origin: '' },
  ])('can’t use the cookie to change anything (%o)', async (headers) => {
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/workspace',
      headers: { host: 'localhost:4280', cookie: ada.cookie(), 'content-type': 'application/json', ...sent },
      payload: { name: 'Stolen' },
    })
    expect(answer.statusCode).toBe(403)
    expect((await ada.get('/api/v1/me')).json().workspace.name).toBe('W')
  })

  test('can’t end a session or begin one', async () => {
    const evil = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
    expect((await ada.post('/api/auth/sign-out', {}, evil)).statusCode).toBe(403)
    expect((await ada.get('/api/v1/me')).statusCode).toBe(200)
    const claim = await browser(app).post(
      '/api/v1/setup/join',
      { key: 'k'.repeat(30), name: 'E', password: 'x' },
      evil,
    )
    expect(claim.statusCode).toBe(403)
  })

  test('is no other site when it is ours under another name of this machine', async () => {
    const answer = await ada.post(
      '/api/v1/me',
      { name: 'Ada' },
      {
        host: '192.168.1.5:4280',
        origin: 'http://192.168.1.5:4280',
      },
    )
    expect(answer.statusCode).toBe(200)
  })
})

describe('What comes from outside', () => {
  test('is a download under a safe name, whatever it claims to be', async () => {
    const answer = await ada.get('/api/v1/trial/file')
    const disposition = String(answer.headers['content-disposition'])
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/)
    expect(disposition).not.toMatch(/\r|\n|\u202e|%E2%80%AE|\.\.\//i)
    expect(disposition.split('"')).toHaveLength(3)
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^sandbox;/),
    })
  })

  test('is shown as a mail only in a frame that runs nothing and asks nobody', async () => {
    const plain = String((await ada.get('/api/v1/trial/mail')).headers['content-security-policy'])
    expect(plain).toContain("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'")
    expect(plain).toContain("img-src data: 'self';")
    expect(plain).toContain("frame-ancestors 'self'")
    expect(plain).not.toMatch(/allow-scripts|allow-same-origin|script-src/)
    const shown = await ada.get('/api/v1/trial/mail?images=true')
    expect(shown.headers['content-security-policy']).toContain("img-src data: 'self' https: http:;")
    expect(shown.headers['x-frame-options']).toBe('SAMEORIGIN')
  })
})

describe('Pages', () => {
  test('are framed by nobody and run nothing from elsewhere', async () => {
    const answer = await browser(app).get('/people', { accept: 'text/html' })
    const policy = String(answer.headers['content-security-policy'])
    for (const part of [
      "default-src 'self'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(part)
    expect(policy).not.toMatch(/unsafe|https:|\*/)
    expect(answer.headers['x-frame-options']).toBe('DENY')
    expect((await browser(app).get('/people', { accept: 'application/json' })).statusCode).toBe(404)
  })

  test('of the API show every operation, and its style sheet is the one that is let in', async () => {
    const answer = await browser(app).get('/api', { accept: 'text/html' })
    for (const name of house.operations.keys()) expect(answer.body).toContain(`id="${name}"`)
    expect(answer.headers['content-security-policy']).toMatch(/style-src 'sha256-[\w+/=]+'/)
    expect(answer.body).not.toContain('<script')
  })

  test('say whether the process is up and whether it can work', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ ok: true })
    expect((await app.inject('/readyz')).json()).toEqual({ ok: true })
  })
})
