import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMail } from '../../../../test/cast/add-mail.ts'
import { sampleHouse, sampleNow } from '../../../../test/cast/sample-house.ts'
import { dov, ilse, kofi, nell, pellworm, solveig } from '../../../../test/cast/world.ts'
import { addWorkspace, doIt, type TestHouse } from '../../../../test/house.ts'
import { settleJobs } from '../../../platform/jobs/run-jobs.ts'

interface Person {
  id: string
  name: string
  given: string | null
  family: string | null
  nameSource: string
  title: string | null
  timeZone: string | null
  tags: string[]
  met: string | null
  permission: string
  company: { id: string; name: string; domain: string | null } | null
  addresses: { address: string; evidence: string }[]
  personal: { text: string; source: string }[]
}
interface Done {
  id: string
  actionId: string
  undone: number
  kept: { what: string; why: string }[]
}
interface Line {
  actionId: string
  undone: boolean
  changes: { what: string; kind: string; field: string | null; before: unknown; after: unknown }[]
}

let the: TestHouse
beforeAll(async () => {
  the = await sampleHouse('people')
}, 240_000)
afterAll(() => the?.stop())
beforeEach(() => the.clock.set(sampleNow))

const ask = <A>(name: string, input: object = {}) => doIt<A>(the.house, the.owner, name, input)
const act = (name: string, input: object) => ask<Done>(name, input)
const get = (personId: string) => ask<Person>('people.get', { personId })
const idOf = async (address: string) =>
  (await ask<{ people: { id: string }[] }>('lists.search', { q: address })).people[0]?.id ?? ''
const history = async (subjectType: string, subjectId: string) =>
  (await ask<{ items: Line[] }>('workspace.history', { subjectType, subjectId })).items

describe('A person', () => {
  test('has the name, addresses, company and evidence that their mails gave', async () => {
    const person = await get(await idOf(ilse.address))
    expect(person).toMatchObject({
      name: ilse.name,
      given: 'Ilse',
      family: 'Varnhorst',
      nameSource: 'mail',
      company: { name: pellworm.name, domain: pellworm.domain },
      tags: [],
      personal: [],
    })
    expect(person.addresses).toMatchObject([
      { address: ilse.address, evidence: 'the address they write from or are written to' },
    ])
    await expect(get(the.owner.memberId)).rejects.toMatchObject({ code: 'not-found' })
    const other = await addWorkspace(the.house)
    await expect(doIt(the.house, other, 'people.get', { personId: person.id })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('that is edited shows in the history what stood before and after, and is put back by undo', async () => {
    const personId = await idOf(dov.address)
    const before = await get(personId)
    const { actionId } = await act('people.edit', {
      personId,
      name: 'Dov of the Ferry',
      title: 'Captain',
      timeZone: 'Europe/Oslo',
      tags: ['sea', 'sea', 'chess'],
    })
    expect(await get(personId)).toMatchObject({
      name: 'Dov of the Ferry',
      nameSource: 'typed',
      title: 'Captain',
      timeZone: 'Europe/Oslo',
      tags: ['sea', 'chess'],
    })
    const [line] = await history('person', personId)
    expect(line).toMatchObject({ actionId, undone: false })
    expect(line?.changes).toEqual(
      expect.arrayContaining([
        { what: 'person', kind: 'changed', field: 'name', before: before.name, after: 'Dov of the Ferry' },
        { what: 'person', kind: 'changed', field: 'title', before: null, after: 'Captain' },
        { what: 'person', kind: 'changed', field: 'tags', before: [], after: ['sea', 'chess'] },
      ]),
    )
    await act('workspace.undo', { actionId })
    expect(await get(personId)).toEqual(before)
    expect((await history('person', personId)).find((each) => each.actionId === actionId)?.undone).toBe(true)
  })

  test('keeps by undo what was changed since, and says what', async () => {
    const personId = await idOf(kofi.address)
    const { actionId } = await act('people.edit', { personId, name: 'Kofi B.', title: 'Buyer' })
    await act('people.edit', { personId, title: 'Head of buying' })
    const undo = await act('workspace.undo', { actionId })
    expect(undo.kept).toEqual([{ what: 'person', why: 'title changed since' }])
    expect(await get(personId)).toMatchObject({ name: kofi.name, title: 'Head of buying' })
  })

  test('that was renamed keeps that name through further mails; one named after an address takes a better one', async () => {
    const personId = await idOf(solveig.address)
    await act('people.edit', { personId, name: 'Solveig the Baker' })
    await addMail(the, {
      from: { ...solveig, name: 'Solveig M. Baker' },
      subject: 'Bread',
      text: 'More bread on Friday.',
    })
    expect((await get(personId)).name).toBe('Solveig the Baker')
    const unnamed = { name: '', address: 'j.w@tern-island.example' }
    await addMail(the, { from: unnamed, subject: 'Tern', text: 'The birds are back.' })
    const tern = await idOf(unnamed.address)
    expect((await get(tern)).nameSource).toBe('address')
    await addMail(the, {
      from: { ...unnamed, name: 'Jorinde Wattmann' },
      subject: 'Re: Tern',
      text: 'All of them.',
    })
    expect(await get(tern)).toMatchObject({ name: 'Jorinde Wattmann', nameSource: 'mail' })
  })

  test.each([
    ['an empty name', { name: '   ' }, 'name'],
    ['a zone that nobody knows', { timeZone: 'Europe/Atlantis' }, 'timeZone'],
    ['an offset for a zone', { timeZone: '+02:00' }, 'timeZone'],
    ['a name without end', { name: 'x'.repeat(201) }, 'name'],
    ['an empty tag', { tags: ['  '] }, 'tags.0'],
    ['nothing to change', {}, undefined],
  ])('is not edited with %s, and nothing of it is written', async (_, input, field) => {
    const personId = await idOf(ilse.address)
    const before = await get(personId)
    await expect(act('people.edit', { personId, title: undefined, ...input })).rejects.toMatchObject({
      code: 'invalid',
      field,
    })
    expect(await get(personId)).toEqual(before)
    await expect(
      act('people.edit', { personId: the.owner.memberId, ...input, name: 'A' }),
    ).rejects.toMatchObject({})
  })
})

describe('Somebody one has met', () => {
  test('is a person with the place, one personal thing and a company, found at once and gone by undo', async () => {
    const { id, actionId } = await act('people.create', {
      name: 'Dr. Anneke de Vries',
      address: 'Anneke@Dike-Works.example',
      where: 'the fair in Husum',
      personal: 'keeps bees on the roof',
      permission: 'explicit',
    })
    expect(await get(id)).toMatchObject({
      name: 'Dr. Anneke de Vries',
      nameSource: 'typed',
      met: 'the fair in Husum',
      permission: 'explicit',
      company: { domain: 'dike-works.example' },
      addresses: [{ address: 'anneke@dike-works.example', evidence: 'typed by a member' }],
      personal: [{ text: 'keeps bees on the roof', source: 'met, the fair in Husum' }],
    })
    expect(await idOf('anneke@dike-works.example')).toBe(id)
    await act('workspace.undo', { actionId })
    await expect(get(id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await ask<{ companies: unknown[] }>('lists.search', { q: 'dike-works' })).companies).toEqual([])
  })

  test('is the one whose mails come later, with the name that was typed', async () => {
    const { id } = await act('people.create', { name: 'Knut at the quay', address: 'knut@quay.example' })
    await addMail(the, {
      from: { name: 'Knut Haraldsen', address: 'knut@quay.example' },
      subject: 'Quay',
      text: 'Good to meet you. Can you call me tomorrow?',
    })
    expect(await idOf('knut@quay.example')).toBe(id)
    expect((await get(id)).name).toBe('Knut at the quay')
    const { standing } = await ask<{ standing: { theirs: number } }>('relationships.person', { personId: id })
    expect(standing.theirs).toBe(1)
  })

  test('can be added without an address, twice by one name, and with free mail without a company', async () => {
    const one = await act('people.create', { name: 'Piet' })
    const two = await act('people.create', { name: 'Piet', address: 'piet.quiet@gmail.com' })
    expect(one.id).not.toBe(two.id)
    expect((await get(two.id)).company).toBeNull()
  })

  test('is refused where somebody has that address already, where it is one’s own, or none', async () => {
    await expect(
      act('people.create', { name: 'Ilse', address: ilse.address.toUpperCase() }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: `${ilse.name} has this address already.`,
    })
    await expect(act('people.create', { name: 'Me', address: nell.address })).rejects.toMatchObject({
      code: 'conflict',
    })
    await expect(act('people.create', { name: 'X', address: 'no address' })).rejects.toMatchObject({
      code: 'invalid',
      field: 'address',
    })
    await expect(act('people.create', { name: ' ' })).rejects.toMatchObject({
      code: 'invalid',
      field: 'name',
    })
  })
})

describe('A note', () => {
  test('that one spoke is the last contact, and counts for the depth; a plain note does not', async () => {
    const personId = await idOf(dov.address)
    const said = () =>
      ask<{ depth: number; standing: { lastAt: string }; drift: { quietDays: number } }>(
        'relationships.person',
        { personId },
      )
    const row = async () => {
      await settleJobs(the.house)
      const { items } = await ask<{ items: { lastAt: string; depth: number }[] }>('lists.people', {
        q: dov.address,
      })
      return items[0]
    }
    const before = await said()
    const rowBefore = await row()
    await act('conversations.note', { personId, text: 'Prefers tea.' })
    expect(await said()).toEqual(before)
    const at = new Date(sampleNow.getTime() - 3_600_000).toISOString()
    const { actionId } = await act('conversations.note', {
      personId,
      kind: 'visit',
      text: 'Saw the ferry.',
      at,
    })
    expect(await said()).toMatchObject({ standing: { lastAt: at }, drift: { quietDays: 0 } })
    const { items } = await ask<{ items: { type: string; text?: string }[] }>('conversations.timeline', {
      personId,
    })
    expect(items.slice(0, 2)).toMatchObject([
      { type: 'note', text: 'Prefers tea.' },
      { type: 'visit', text: 'Saw the ferry.' },
    ])
    expect(await row()).toMatchObject({ lastAt: at })
    await act('workspace.undo', { actionId })
    expect(await said()).toEqual(before)
    expect(await row()).toEqual(rowBefore)
  })

  test('is refused when it is empty, about nobody, or about what has not happened yet', async () => {
    const personId = await idOf(dov.address)
    await expect(act('conversations.note', { personId, text: ' ' })).rejects.toMatchObject({
      code: 'invalid',
      field: 'text',
    })
    await expect(
      act('conversations.note', { personId: the.owner.memberId, text: 'x' }),
    ).rejects.toMatchObject({ code: 'not-found' })
    const at = new Date(sampleNow.getTime() + 86_400_000).toISOString()
    await expect(act('conversations.note', { personId, kind: 'call', text: 'x', at })).rejects.toMatchObject({
      code: 'invalid',
      field: 'at',
    })
  })
})
