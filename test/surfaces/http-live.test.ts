import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Role } from '../../src/platform/actor.ts'
import { makeOwnerLink } from '../../src/platform/auth/make-owner-link.ts'
import { httpServer } from '../../src/surfaces/http/server.ts'
import { addMember, addWorkspace, doIt, type TestHouse, testHouse } from '../house.ts'
import { baseUrl, browser } from './browser.ts'

let the: TestHouse
let app: FastifyInstance
let address: string
const secret = 's'.repeat(40)
beforeAll(async () => {
  the = await testHouse({ name: 'live' })
  app = await httpServer(the.house, { baseUrl, secret })
  address = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await app?.close()
  await the?.stop()
})

const keyOf = async (actor: Actor, role: Role = actor.role) =>
  (await doIt<{ id: string; key: string }>(the.house, actor, 'workspace.createToken', { name: 'live', role }))
    .key

/** Opens the stream and reads the names of what is heard, one after the other. */
async function listener(headers: Record<string, string>, at = address) {
  const answer = await fetch(`${at}/api/v1/live`, { headers })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    answer,
    /** The next fact's name; null when the stream has ended. */
    async next(): Promise<string | null> {
      for (;;) {
        const line = /^data: (.*)\n\n/m.exec(text)
        if (line) {
          text = text.slice(line.index + line[0].length)
          const told = JSON.parse(line[1] as string)
          expect(Object.keys(told).sort()).toEqual(['id', 'name'])
          return told.name
        }
        const part = await reader?.read().catch(() => ({ done: true, value: '' }))
        if (!part || part.done) return null
        text += part.value
      }
    },
    /** What was heard up to that fact; all of it where the stream ends before. */
    async until(name: string): Promise<string[]> {
      const heard: string[] = []
      for (let told = await this.next(); told !== null; told = await this.next()) {
        heard.push(told)
        if (told === name) break
      }
      return heard
    },
    close: () => reader?.cancel(),
  }
}
const byKey = async (actor: Actor) => listener({ authorization: `Bearer ${await keyOf(actor)}` })

const endKey = async (actor: Actor) => {
  const { id } = await doIt<{ id: string }>(the.house, actor, 'workspace.createToken', {
    name: 'k',
    role: actor.role,
  })
  await doIt(the.house, actor, 'workspace.endToken', { tokenId: id })
}

describe('News of a workspace', () => {
  test('are heard by its members, what concerns one member by that one alone, and by no other workspace', async () => {
    const owner = await addWorkspace(the.house)
    const rep = await addMember(the.house, owner, 'rep')
    const stranger = await addWorkspace(the.house)
    const [ownerHears, repHears, strangerHears] = [
      await byKey(owner),
      await byKey(rep),
      await byKey(stranger),
    ]
    await endKey(owner)
    await doIt(the.house, owner, 'workspace.rename', { name: 'News' })
    await doIt(the.house, stranger, 'workspace.setProfile', { name: 'Stranger' })
    expect(await ownerHears.until('workspace.renamed')).toContain('workspace.tokenEnded')
    const toRep = await repHears.until('workspace.renamed')
    expect(toRep).toContain('workspace.renamed')
    expect(toRep).not.toContain('workspace.tokenEnded')
    const toStranger = await strangerHears.until('workspace.profileChanged')
    expect(toStranger).toContain('workspace.profileChanged')
    expect(toStranger).not.toContain('workspace.renamed')
    for (const each of [ownerHears, repHears, strangerHears]) await each.close()
  })

  test('of the team are not for a specialist', async () => {
    const owner = await addWorkspace(the.house)
    const specialist = await addMember(the.house, owner, 'specialist')
    const hears = await byKey(specialist)
    await doIt(the.house, owner, 'workspace.rename', { name: 'Ours' })
    await endKey(specialist)
    const heard = await hears.until('workspace.tokenEnded')
    expect(heard).toContain('workspace.tokenEnded')
    expect(heard).not.toContain('workspace.renamed')
    await hears.close()
  })

  test('are a stream that no proxy keeps back, and not for whoever did not sign in', async () => {
    const hears = await byKey(the.owner)
    expect(hears.answer.headers.get('content-type')).toContain('text/event-stream')
    expect(hears.answer.headers.get('x-accel-buffering')).toBe('no')
    await hears.close()
    expect((await fetch(`${address}/api/v1/live`)).status).toBe(401)
  })

  test('are heard by ten pages of a member at most', async () => {
    const owner = await addWorkspace(the.house)
    const authorization = `Bearer ${await keyOf(owner)}`
    const all = await Promise.all(Array.from({ length: 10 }, () => listener({ authorization })))
    expect(all.every(({ answer }) => answer.status === 200)).toBe(true)
    expect((await listener({ authorization })).answer.status).toBe(429)
    for (const each of all) await each.close()
  })

  test('end with the session, and at once when Rapport stops', async () => {
    const ada = browser(app)
    const key = new URL((await makeOwnerLink(the.house, baseUrl)) ?? '').searchParams.get('key')
    const claim = {
      key,
      name: 'Ada',
      email: 'ada@example.org',
      password: 'a good long password',
      workspaceName: 'W',
    }
    await ada.post('/api/v1/setup/claim', claim)
    const hears = await listener({ cookie: ada.cookie() })
    const other = await byKey(the.owner)
    expect((await ada.post('/api/auth/sign-out')).statusCode).toBe(200)
    await hears.until('the end')
    expect(await hears.next()).toBeNull()
    const second = await httpServer(the.house, { baseUrl, secret })
    const open = await listener(
      { authorization: `Bearer ${await keyOf(the.owner)}` },
      await second.listen({ port: 0, host: '127.0.0.1' }),
    )
    await second.close()
    await open.until('the end')
    expect(await open.next()).toBeNull()
    await other.close()
  })
})
