import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMail } from '../../../../test/cast/add-mail.ts'
import { sampleHouse, sampleNow } from '../../../../test/cast/sample-house.ts'
import { dov, eamon, ilse, kofi, matthias, signe, teodoro } from '../../../../test/cast/world.ts'
import { addMember, doIt, type TestHouse } from '../../../../test/house.ts'

interface Line {
  kind: string
  key: string
  person: { address: string } | null
  thread: { id: string } | null
}

let the: TestHouse
beforeAll(async () => {
  the = await sampleHouse('decisions')
}, 240_000)
afterAll(() => the?.stop())
beforeEach(() => the.clock.set(sampleNow))

const HOUR = 3_600_000
const later = (hours: number) => new Date(sampleNow.getTime() + hours * HOUR)
const act = (name: string, input: object) => doIt<{ actionId: string }>(the.house, the.owner, name, input)
const lines = async () =>
  (await doIt<{ items: Line[] }>(the.house, the.owner, 'today.list')).items.filter(({ person }) => person)
const lineOf = async (address: string) => (await lines()).find(({ person }) => person?.address === address)

describe('A line of Today', () => {
  test.each([
    ['done', ilse, () => ({})],
    ['put off', teodoro, () => ({ until: later(3).toISOString() })],
    ['dismissed with a reason', signe, () => ({ reason: 'her colleague answered by phone' })],
  ])(
    'that is %s is hidden; the undo brings it back, and undoing the undo hides it again',
    async (what, who, more) => {
      const verb = { done: 'done', 'put off': 'snooze' }[what] ?? 'dismiss'
      const key = (await lineOf(who.address))?.key
      expect(key).toBeDefined()
      const { actionId } = await act(`today.${verb}`, { key, ...more() })
      expect(await lineOf(who.address)).toBeUndefined()
      const undo = await act('workspace.undo', { actionId })
      expect((await lineOf(who.address))?.key).toBe(key)
      const redo = await act('workspace.undo', { actionId: undo.actionId })
      expect(await lineOf(who.address)).toBeUndefined()
      await act('workspace.undo', { actionId: redo.actionId })
      expect((await lineOf(who.address))?.key).toBe(key)
    },
  )

  test('that was put off is back once that moment has passed', async () => {
    const key = (await lineOf(kofi.address))?.key
    await act('today.snooze', { key, until: later(2).toISOString() })
    the.clock.set(later(1.9))
    expect(await lineOf(kofi.address)).toBeUndefined()
    the.clock.set(later(2))
    expect((await lineOf(kofi.address))?.key).toBe(key)
  })

  test('is never decided without a reason, for the past, for more than a year, or by a key that is none', async () => {
    const key = (await lineOf(ilse.address))?.key
    const refused = { code: 'invalid' }
    await expect(act('today.dismiss', { key, reason: '  ' })).rejects.toMatchObject(refused)
    await expect(act('today.snooze', { key, until: later(-1).toISOString() })).rejects.toMatchObject(refused)
    await expect(act('today.snooze', { key, until: later(24 * 400).toISOString() })).rejects.toMatchObject(
      refused,
    )
    await expect(act('today.done', { key: 'Robert; drop table' })).rejects.toMatchObject(refused)
    expect((await lineOf(ilse.address))?.key).toBe(key)
  })

  test('can be decided however long the id of its mail is', async () => {
    await addMail(the, {
      from: dov,
      subject: 'A long id',
      text: 'Can you call me on Monday?',
      id: `${'x'.repeat(900)}@mail.example`,
    })
    const key = (await lineOf(dov.address))?.key
    expect(key).toBeDefined()
    await act('today.done', { key })
    expect(await lineOf(dov.address)).toBeUndefined()
  })

  test('that was done comes back as a new line when its person writes again', async () => {
    const before = await lineOf(eamon.address)
    await act('today.done', { key: before?.key })
    expect(await lineOf(eamon.address)).toBeUndefined()
    the.clock.set(later(1))
    await addMail(the, {
      from: eamon,
      subject: 'Re: price',
      text: 'any news on the freezer crews? can you send it today?',
    })
    const after = await lineOf(eamon.address)
    expect(after).toMatchObject({ kind: 'reply-owed' })
    expect(after?.key).not.toBe(before?.key)
  })

  test('about somebody who drifts goes when one has spoken with them, and comes back when the note is taken back', async () => {
    expect(await lineOf(matthias.address)).toMatchObject({ kind: 'drifting' })
    const { people } = await doIt<{ people: { id: string }[] }>(the.house, the.owner, 'lists.search', {
      q: matthias.address,
    })
    const { actionId } = await act('conversations.note', {
      personId: people[0]?.id,
      kind: 'call',
      text: 'He is well, and busy with the new kiln.',
    })
    expect(await lineOf(matthias.address)).toBeUndefined()
    await act('workspace.undo', { actionId })
    expect(await lineOf(matthias.address)).toMatchObject({ kind: 'drifting' })
  })

  test('of one member is not decided by another', async () => {
    const key = (await lineOf(ilse.address))?.key
    const rep = await addMember(the.house, the.owner, 'rep')
    await doIt(the.house, rep, 'today.done', { key })
    expect((await lineOf(ilse.address))?.key).toBe(key)
  })
})
