import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMember, addWorkspace, doIt, type TestHouse, testHouse } from '../../../test/house.ts'
import type { Actor } from '../../platform/actor.ts'

let the: TestHouse
beforeAll(async () => {
  the = await testHouse({ name: 'workspace' })
})
afterAll(() => the?.stop())

interface Line {
  actionId: string
  name: string
  member: { id: string } | null
  changes: { what: string; kind: string; field: string | null; before: unknown; after: unknown }[]
  undoable: boolean
  undone: boolean
}
const historyOf = async (actor: Actor, input: object = {}) =>
  (await doIt<{ items: Line[]; next: string | null }>(the.house, actor, 'workspace.history', input)).items
const nameOf = async (actor: Actor) =>
  (await doIt<{ workspace: { name: string } }>(the.house, actor, 'workspace.me')).workspace.name
const roleOf = async (owner: Actor, memberId: string) =>
  (await doIt<{ items: { id: string; role: string }[] }>(the.house, owner, 'workspace.members')).items.find(
    ({ id }) => id === memberId,
  )?.role
const act = (actor: Actor, name: string, input: object) =>
  doIt<{ actionId: string; undone: number; kept: { what: string; why: string }[] }>(
    the.house,
    actor,
    name,
    input,
  )

describe('History and undo', () => {
  test('a rename is in the history, is undone, and undoing the undo brings it back', async () => {
    const owner = await addWorkspace(the.house, 'Before')
    const { actionId } = await act(owner, 'workspace.rename', { name: 'After' })
    const [line] = await historyOf(owner)
    expect(line).toMatchObject({
      actionId,
      name: 'workspace.rename',
      member: { id: owner.memberId },
      changes: [{ what: 'workspace', kind: 'changed', field: 'name', before: 'Before', after: 'After' }],
      undoable: true,
      undone: false,
    })
    const undo = await act(owner, 'workspace.undo', { actionId })
    expect(undo).toMatchObject({ undone: 1, kept: [] })
    expect(await nameOf(owner)).toBe('Before')
    const lines = await historyOf(owner)
    expect(lines.find((each) => each.actionId === actionId)).toMatchObject({ undone: true, undoable: false })
    await act(owner, 'workspace.undo', { actionId: undo.actionId })
    expect(await nameOf(owner)).toBe('After')
    expect((await historyOf(owner)).find((each) => each.actionId === actionId)).toMatchObject({
      undone: false,
    })
    await expect(act(owner, 'workspace.undo', { actionId })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('an undo keeps what somebody changed since, and says so', async () => {
    const owner = await addWorkspace(the.house, 'One')
    const { actionId } = await act(owner, 'workspace.rename', { name: 'Two' })
    await act(owner, 'workspace.rename', { name: 'Three' })
    const { kept } = await act(owner, 'workspace.undo', { actionId })
    expect(kept).toEqual([{ what: 'workspace', why: 'name changed since' }])
    expect(await nameOf(owner)).toBe('Three')
  })

  test('a change of role is undone by whoever may make it, never by the one it is about', async () => {
    const owner = await addWorkspace(the.house)
    const second = await addMember(the.house, owner, 'owner')
    const { actionId } = await act(owner, 'workspace.changeRole', {
      memberId: second.memberId,
      role: 'manager',
    })
    const demoted: Actor = { ...second, role: 'manager' }
    await expect(act(demoted, 'workspace.undo', { actionId })).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await roleOf(owner, second.memberId)).toBe('manager')
    await act(owner, 'workspace.undo', { actionId })
    expect(await roleOf(owner, second.memberId)).toBe('owner')
  })

  test('a manager can’t undo their way to rights over owners', async () => {
    const owner = await addWorkspace(the.house)
    const manager = await addMember(the.house, owner, 'manager')
    const other = await addMember(the.house, owner, 'manager')
    const { actionId } = await act(owner, 'workspace.changeRole', { memberId: other.memberId, role: 'rep' })
    await expect(act(manager, 'workspace.undo', { actionId })).rejects.toMatchObject({ code: 'not-allowed' })
    const rename = await act(owner, 'workspace.rename', { name: 'Ours' })
    await expect(act(manager, 'workspace.undo', rename)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('a rep undoes what is theirs and nobody else’s', async () => {
    const owner = await addWorkspace(the.house)
    const rep = await addMember(the.house, owner, 'rep')
    const theirs = await act(rep, 'workspace.setProfile', { name: 'Renamed Rep' })
    const others = await act(owner, 'workspace.setProfile', { name: 'Renamed Owner' })
    await expect(act(rep, 'workspace.undo', others)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await act(rep, 'workspace.undo', theirs)).toMatchObject({ undone: 1 })
  })

  test('what a member decided alone is shown to nobody else, and undone by nobody else', async () => {
    const owner = await addWorkspace(the.house)
    const rep = await addMember(the.house, owner, 'rep')
    const actionId = await decideInPrivate(rep)
    expect((await historyOf(rep))[0]).toMatchObject({ actionId, undoable: true })
    expect(await historyOf(owner)).toEqual([])
    await expect(act(owner, 'workspace.undo', { actionId })).rejects.toMatchObject({ code: 'not-found' })
    expect(await act(rep, 'workspace.undo', { actionId })).toMatchObject({ undone: 1 })
    expect(JSON.stringify(await historyOf(owner))).not.toContain('not ever')
  })

  test('the history of one record has what wrote it and nothing else, page by page', async () => {
    const owner = await addWorkspace(the.house)
    const rep = await addMember(the.house, owner, 'rep')
    for (const role of ['viewer', 'rep', 'manager']) {
      the.clock.set(new Date(the.clock.now().getTime() + 1000))
      await act(owner, 'workspace.changeRole', { memberId: rep.memberId, role })
    }
    await act(owner, 'workspace.rename', { name: 'Else' })
    const about = { subjectType: 'member', subjectId: rep.memberId, limit: 2 }
    const first = await doIt<{ items: Line[]; next: string }>(the.house, owner, 'workspace.history', about)
    const rest = await doIt<{ items: Line[]; next: null }>(the.house, owner, 'workspace.history', {
      ...about,
      cursor: first.next,
    })
    const after = [...first.items, ...rest.items].map((line) => line.changes[0]?.after)
    expect(after.slice(0, 3)).toEqual(['manager', 'rep', 'viewer'])
    expect(rest.next).toBeNull()
    expect([...first.items, ...rest.items].every(({ name }) => name === 'workspace.changeRole')).toBe(true)
  })

  test('the history shows no hash and no id of a user', async () => {
    const owner = await addWorkspace(the.house)
    const invited = await act(owner, 'workspace.invite', { email: 'new@example.org', role: 'rep' })
    await act(owner, 'workspace.invite', { email: 'new@example.org', role: 'viewer' })
    expect(JSON.stringify(await historyOf(owner))).not.toMatch(/token_hash|user_id|\\\\x/)
    expect(invited.actionId).toBeTruthy()
  })
})

describe('Rights of members', () => {
  test('nobody changes their own role or ends themselves', async () => {
    const owner = await addWorkspace(the.house)
    const own = { memberId: owner.memberId }
    await expect(act(owner, 'workspace.changeRole', { ...own, role: 'rep' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(act(owner, 'workspace.endMember', own)).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('of two owners who take the rights from each other at once, one stays', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const one = await addWorkspace(the.house)
        return [one, await addMember(the.house, one, 'owner')] as const
      }),
    )
    for (const [one, other] of pairs) {
      const done = await Promise.allSettled([
        act(one, 'workspace.changeRole', { memberId: other.memberId, role: 'rep' }),
        act(other, 'workspace.changeRole', { memberId: one.memberId, role: 'rep' }),
      ])
      expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    }
  })

  test('a manager sees to those who sell, not to managers and owners', async () => {
    const owner = await addWorkspace(the.house)
    const manager = await addMember(the.house, owner, 'manager')
    const rep = await addMember(the.house, owner, 'rep')
    await act(manager, 'workspace.changeRole', { memberId: rep.memberId, role: 'viewer' })
    for (const input of [
      { memberId: owner.memberId, role: 'rep' },
      { memberId: rep.memberId, role: 'manager' },
    ])
      await expect(act(manager, 'workspace.changeRole', input)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(
      act(manager, 'workspace.invite', { email: 'boss@example.org', role: 'owner' }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('a member of another workspace can’t be found, by any verb', async () => {
    const owner = await addWorkspace(the.house)
    const stranger = await addWorkspace(the.house)
    const foreign = await act(stranger, 'workspace.rename', { name: 'Theirs' })
    for (const [name, input] of [
      ['workspace.changeRole', { memberId: stranger.memberId, role: 'rep' }],
      ['workspace.endMember', { memberId: stranger.memberId }],
      ['workspace.undo', foreign],
    ] as const)
      await expect(act(owner, name, input)).rejects.toMatchObject({ code: 'not-found' })
    expect(await nameOf(stranger)).toBe('Theirs')
  })

  test('a time zone that no machine knows is refused with its field', async () => {
    const setZone = (timeZone: string) => act(the.owner, 'workspace.setProfile', { timeZone })
    await expect(setZone('Europe/Atlantis')).rejects.toMatchObject({ code: 'invalid', field: 'timeZone' })
    await expect(setZone('+02:00')).rejects.toMatchObject({ code: 'invalid' })
    await setZone('Europe/Vienna')
  })
})

/** A decision of a morning, written as its area would write it. */
async function decideInPrivate(actor: Actor): Promise<string> {
  const { within } = await import('../../platform/perform.ts')
  const { sql } = await import('kysely')
  const doing = { name: 'today.dismiss', about: 'Dismiss a line', kind: 'action', quiet: false } as const
  return within(the.house, actor, doing, {}, async (ctx) => {
    await sql`insert into today.decision (workspace_id, member_id, key, verdict, reason, at)
      values (${actor.workspaceId}, ${actor.memberId}, 'k', 'dismissed', 'not ever', ${ctx.now})`.execute(
      ctx.tx,
    )
    return ctx.actionId
  })
}
