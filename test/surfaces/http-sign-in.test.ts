import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureWorkspace, knownWorkspaces } from '../../src/platform/auth/ensure-workspace.ts'
import { makeOwnerLink } from '../../src/platform/auth/make-owner-link.ts'
import { httpServer } from '../../src/surfaces/http/server.ts'
import { doIt, type TestHouse, testHouse } from '../house.ts'
import { type Browser, baseUrl, browser } from './browser.ts'

let the: TestHouse
let app: FastifyInstance
let ada: Browser
const secret = 's'.repeat(40)
const password = 'a good long password'

beforeAll(async () => {
  the = await testHouse({ name: 'sign-in' })
  app = await httpServer(the.house, { baseUrl, secret })
  ada = browser(app)
})
afterAll(async () => {
  await app?.close()
  await the?.stop()
})

const claimOf = (key: string, email = 'ada@example.org') => ({
  key,
  name: 'Ada Owner',
  email,
  password,
  workspaceName: 'Ada & Co',
})
const keyIn = (link: string | null) => new URL(link ?? '', baseUrl).searchParams.get('key') ?? ''
const invite = async (email: string, role: string) =>
  keyIn((await ada.post('/api/v1/members/invite', { email, role })).json().link)
const signInAs = (who: Browser, email: string, secretWord: string) =>
  who.post('/api/auth/sign-in/email', { email, password: secretWord })

describe('The first owner', () => {
  test('is waited for, with one workspace however often it is asked for', async () => {
    const made = await Promise.all([1, 2, 3].map(() => ensureWorkspace(the.house)))
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
    expect((await browser(app).get('/api/v1/setup')).json()).toEqual({ claimed: false })
  })

  test('comes in by the newest link only', async () => {
    const old = keyIn(await makeOwnerLink(the.house, baseUrl))
    await makeOwnerLink(the.house, baseUrl)
    const answer = await browser(app).post('/api/v1/setup/claim', claimOf(old))
    expect(answer.statusCode).toBe(403)
    expect(answer.json().error).toMatchObject({ code: 'not-allowed', field: 'key' })
  })

  test('chooses a password of ten characters at least', async () => {
    const key = keyIn(await makeOwnerLink(the.house, baseUrl))
    const answer = await ada.post('/api/v1/setup/claim', { ...claimOf(key), password: 'short' })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().error).toMatchObject({ code: 'invalid', field: 'password' })
  })

  test('is one, when two open the link at once, and the link is closed behind them', async () => {
    const link = await makeOwnerLink(the.house, `${baseUrl}/`)
    expect(link).toMatch(/^http:\/\/localhost:4280\/welcome\?key=[\w-]{43}$/)
    const other = browser(app)
    const answers = await Promise.all([
      ada.post('/api/v1/setup/claim', claimOf(keyIn(link))),
      other.post('/api/v1/setup/claim', claimOf(keyIn(link), 'eve@example.org')),
    ])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 403])
    if (answers[1]?.statusCode === 200) ada = other
    expect((await browser(app).post('/api/v1/setup/claim', claimOf(keyIn(link)))).statusCode).toBe(403)
    expect((await browser(app).get('/api/v1/setup')).json()).toEqual({ claimed: true })
    expect(await makeOwnerLink(the.house, baseUrl)).toBeNull()
    expect(await knownWorkspaces(the.house)).toMatchObject([{ name: 'Ada & Co', claimed: true }])
    const users = await the.house.database.pool.query('select count(*)::int as n from auth."user"')
    expect(users.rows).toEqual([{ n: 1 }])
  })

  test('is signed in from then on, as the owner who was waited for', async () => {
    const me = (await ada.get('/api/v1/me')).json()
    expect(me).toMatchObject({
      member: { id: the.owner.memberId, name: 'Ada Owner', role: 'owner' },
      workspace: { name: 'Ada & Co' },
    })
  })

  test('is in the history, without the password, and can’t be undone', async () => {
    const { items } = (await ada.get('/api/v1/history')).json()
    const claim = items.find(({ name }: { name: string }) => name === 'workspace.claim')
    expect(claim).toMatchObject({ undoable: false })
    expect(JSON.stringify(items)).not.toContain(password)
    const stored = await the.house.database.ownerPool.query('select input::text as t from platform.action')
    expect(stored.rows.map(({ t }) => t).join()).not.toContain(password)
  })
})

describe('An invitation', () => {
  test('lets one person in, with its role, once', async () => {
    const key = await invite('Rita@Example.org', 'rep')
    const rita = browser(app)
    const joined = await rita.post('/api/v1/setup/join', { key, name: 'Rita Rep', password })
    expect(joined.statusCode).toBe(200)
    expect((await rita.get('/api/v1/me')).json().member).toMatchObject({
      name: 'Rita Rep',
      role: 'rep',
      email: 'rita@example.org',
    })
    const again = await browser(app).post('/api/v1/setup/join', { key, name: 'Eve', password })
    expect(again.statusCode).toBe(403)
    expect(
      (await rita.post('/api/v1/members/invite', { email: 'x@example.org', role: 'rep' })).statusCode,
    ).toBe(403)
  })

  test('that was withdrawn, replaced, or is older than two weeks lets nobody in', async () => {
    const replaced = await invite('late@example.org', 'rep')
    const old = await invite('late@example.org', 'rep')
    const { invitations } = (await ada.get('/api/v1/members')).json()
    const other = await invite('gone@example.org', 'rep')
    const open = (await ada.get('/api/v1/members')).json().invitations
    expect(open).toHaveLength(invitations.length + 1)
    const gone = open.find(({ email }: { email: string }) => email === 'gone@example.org')
    await ada.post(`/api/v1/members/invitations/${gone.id}/withdraw`)
    the.clock.set(new Date(the.clock.now().getTime() + 15 * 86_400_000))
    for (const key of [replaced, old, other])
      expect((await browser(app).post('/api/v1/setup/join', { key, name: 'L', password })).statusCode).toBe(
        403,
      )
  })

  test('of somebody who left brings the same member back, with the password that they had', async () => {
    const rita = (await ada.get('/api/v1/members'))
      .json()
      .items.find(({ email }: { email: string }) => email.startsWith('rita'))
    const before = browser(app)
    await signInAs(before, 'rita@example.org', password)
    await ada.post(`/api/v1/members/${rita.id}/end`)
    const key = await invite('rita@example.org', 'viewer')
    const back = browser(app)
    const wrong = await back.post('/api/v1/setup/join', { key, name: 'Rita', password: 'not the password' })
    expect(wrong.json().error).toMatchObject({ code: 'not-allowed', field: 'password' })
    expect((await back.post('/api/v1/setup/join', { key, name: 'Rita', password })).statusCode).toBe(200)
    expect((await back.get('/api/v1/me')).json().member).toMatchObject({ id: rita.id, role: 'viewer' })
    expect((await before.get('/api/v1/me')).statusCode).toBe(401)
  })
})

describe('A session', () => {
  test('is a cookie that no script reads and no other site sends', async () => {
    const who = browser(app)
    const answer = await signInAs(who, 'rita@example.org', password)
    expect(answer.statusCode).toBe(200)
    const cookie = answer.cookies.find(({ name }) => name === 'rapport.session_token')
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    expect(cookie?.secure).toBeFalsy()
  })

  test('has a cookie for TLS only, where Rapport is reached by it', async () => {
    const secure = await httpServer(the.house, { baseUrl: 'https://rapport.example.org', secret })
    const answer = await secure.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { host: 'rapport.example.org', 'content-type': 'application/json' },
      payload: { email: 'rita@example.org', password },
    })
    expect(answer.cookies[0]).toMatchObject({ name: '__Secure-rapport.session_token', secure: true })
    expect(answer.headers['strict-transport-security']).toMatch(/max-age/)
    await secure.close()
  })

  test('ends at once when one signs out, and with the membership', async () => {
    const [one, other] = [browser(app), browser(app)]
    await signInAs(one, 'rita@example.org', password)
    await signInAs(other, 'rita@example.org', password)
    const kept = { cookie: one.cookie() }
    expect((await one.post('/api/auth/sign-out')).statusCode).toBe(200)
    expect((await browser(app).get('/api/v1/me', kept)).statusCode).toBe(401)
    const rita = (await other.get('/api/v1/me')).json().member
    await ada.post(`/api/v1/members/${rita.id}/end`)
    expect((await other.get('/api/v1/me')).statusCode).toBe(401)
    await signInAs(other, 'rita@example.org', password)
    expect((await other.get('/api/v1/me')).json().error).toMatchObject({ code: 'not-allowed' })
  })

  test('can be seen and ended from another one', async () => {
    const elsewhere = browser(app)
    await signInAs(elsewhere, await addressOfAda(), password)
    expect((await elsewhere.get('/api/v1/me')).statusCode).toBe(200)
    expect((await ada.get('/api/auth/list-sessions')).json().length).toBeGreaterThan(1)
    expect((await ada.post('/api/auth/revoke-other-sessions')).statusCode).toBe(200)
    expect((await elsewhere.get('/api/v1/me')).statusCode).toBe(401)
    expect((await ada.get('/api/v1/me')).statusCode).toBe(200)
  })

  test('is not begun by signing up, nor is who somebody is changed past the workspace', async () => {
    const who = browser(app)
    for (const path of [
      '/sign-up/email',
      '/update-user',
      '/change-email',
      '/delete-user',
      '/request-password-reset',
    ]) {
      const answer = await who.post(`/api/auth${path}`, {
        email: 'mallory@example.org',
        password,
        name: 'Mallory',
      })
      expect(answer.statusCode, path).toBeGreaterThanOrEqual(400)
    }
    const { rows } = await the.house.database.pool.query(
      `select from auth."user" where email = 'mallory@example.org'`,
    )
    expect(rows).toEqual([])
  })

  test('offers passkeys on this address', async () => {
    const answer = await ada.get('/api/auth/passkey/generate-register-options')
    expect(answer.json()).toMatchObject({ rp: { id: 'localhost', name: 'Rapport' } })
  })
})

describe('Wrong passwords', () => {
  test('are told apart from unknown addresses by nothing', async () => {
    const who = browser(app)
    const wrong = await signInAs(who, await addressOfAda(), 'not the password')
    const unknown = await signInAs(who, 'nobody@example.org', 'not the password')
    expect(wrong.statusCode).toBe(401)
    expect(unknown.json()).toEqual(wrong.json())
    expect(wrong.json().error).toMatchObject({ code: 'not-allowed' })
  })

  test('lock an address for ten minutes, also for the right one, and also when they come at once', async () => {
    const who = browser(app)
    const address = await addressOfAda()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signInAs(who, address, 'wrong wrong wrong')),
    )
    expect(answers.filter(({ statusCode }) => statusCode === 401).length).toBeLessThanOrEqual(8)
    const locked = await signInAs(who, address, password)
    expect(locked.statusCode).toBe(429)
    expect(locked.json().error.code).toBe('limited')
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(500)
    the.clock.set(new Date(the.clock.now().getTime() + 11 * 60_000))
    expect((await signInAs(who, address, password)).statusCode).toBe(200)
  })
})

async function addressOfAda(): Promise<string> {
  return (await doIt<{ member: { email: string } }>(the.house, the.owner, 'workspace.me')).member.email
}
