import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Role } from '../../src/platform/actor.ts'
import { httpServer } from '../../src/surfaces/http/server.ts'
import { addMember, doIt, type TestHouse, testHouse } from '../house.ts'
import { baseUrl } from './browser.ts'

let the: TestHouse
let app: FastifyInstance
beforeAll(async () => {
  the = await testHouse({ name: 'keys' })
  app = await httpServer(the.house, { baseUrl, secret: 's'.repeat(40) })
})
afterAll(async () => {
  await app?.close()
  await the?.stop()
})

const keyOf = async (actor: Actor, role: Role) =>
  (await doIt<{ id: string; key: string }>(the.house, actor, 'workspace.createToken', { name: 'k', role }))
    .key
const withKey = (key: string, url: string, payload?: object) =>
  app.inject({
    method: payload ? 'POST' : 'GET',
    url,
    headers: { authorization: `Bearer ${key}` },
    ...(payload ? { payload } : {}),
  })

describe('An API key', () => {
  test('does what its role may, and never more than its member may', async () => {
    const rename = (key: string) => withKey(key, '/api/v1/workspace', { name: 'By key' })
    expect((await rename(await keyOf(the.owner, 'rep'))).statusCode).toBe(403)
    const key = await keyOf(the.owner, 'owner')
    expect((await rename(key)).statusCode).toBe(200)
    const manager = await addMember(the.house, the.owner, 'manager')
    await expect(keyOf(manager, 'owner')).rejects.toMatchObject({ code: 'not-allowed' })
    const theirs = await keyOf(manager, 'manager')
    await doIt(the.house, the.owner, 'workspace.changeRole', { memberId: manager.memberId, role: 'viewer' })
    expect((await withKey(theirs, '/api/v1/me')).json().member.role).toBe('viewer')
    expect(
      (await withKey(theirs, '/api/v1/members/invite', { email: 'a@b.co', role: 'rep' })).statusCode,
    ).toBe(403)
  })

  test('of a specialist reads nothing of the team, whatever role it was given', async () => {
    const specialist = await addMember(the.house, the.owner, 'specialist')
    await expect(keyOf(specialist, 'viewer')).rejects.toMatchObject({ code: 'not-allowed' })
    const key = await keyOf(specialist, 'specialist')
    expect((await withKey(key, '/api/v1/me')).statusCode).toBe(200)
    expect((await withKey(key, '/api/v1/members')).statusCode).toBe(403)
  })

  test('is shown once, says when it was used, and ends at once', async () => {
    const made = await doIt<{ id: string; key: string }>(the.house, the.owner, 'workspace.createToken', {
      name: 'used',
      role: 'rep',
    })
    await withKey(made.key, '/api/v1/me')
    const { items } = (await withKey(await keyOf(the.owner, 'owner'), '/api/v1/tokens')).json()
    expect(JSON.stringify(items)).not.toContain(made.key)
    expect(items.find(({ id }: { id: string }) => id === made.id)).toMatchObject({
      lastUsedAt: the.clock.now().toISOString(),
      endedAt: null,
    })
    expect((await withKey(made.key, `/api/v1/tokens/${made.id}/end`, {})).statusCode).toBe(200)
    expect((await withKey(made.key, '/api/v1/me')).statusCode).toBe(401)
  })

  test('ends with its member, and stays ended when that is taken back', async () => {
    const rep = await addMember(the.house, the.owner, 'rep')
    const key = await keyOf(rep, 'rep')
    expect((await withKey(key, '/api/v1/me')).statusCode).toBe(200)
    const end = { memberId: rep.memberId }
    const { actionId } = await doIt<{ actionId: string }>(the.house, the.owner, 'workspace.endMember', end)
    expect((await withKey(key, '/api/v1/me')).statusCode).toBe(401)
    await doIt(the.house, the.owner, 'workspace.undo', { actionId })
    expect((await withKey(await keyOf(rep, 'rep'), '/api/v1/me')).statusCode).toBe(200)
    expect((await withKey(key, '/api/v1/me')).statusCode).toBe(401)
  })
})
