import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMail } from '../../../../test/cast/add-mail.ts'
import { sampleHouse, sampleNow } from '../../../../test/cast/sample-house.ts'
import { dov, ilse, kofi, pellworm, tobias } from '../../../../test/cast/world.ts'
import { addMember, doIt, type TestHouse } from '../../../../test/house.ts'

interface Said {
  relation: string
  relationRule: string
  relationBecause: string
  domain: string | null
  layer: number | null
  owed: { byYou: unknown[] }
}
interface Line {
  kind: string
  person: { address: string } | null
}

let the: TestHouse
beforeAll(async () => {
  the = await sampleHouse('relation')
}, 240_000)
afterAll(() => the?.stop())
beforeEach(() => the.clock.set(sampleNow))

const ask = <A>(name: string, input: object = {}) => doIt<A>(the.house, the.owner, name, input)
const act = (name: string, input: object) => ask<{ actionId: string; people: number }>(name, input)
const idOf = async (address: string) =>
  (await ask<{ people: { id: string }[] }>('lists.search', { q: address })).people[0]?.id ?? ''
const said = async (address: string) => ask<Said>('relationships.person', { personId: await idOf(address) })
const onToday = async () =>
  (await ask<{ items: Line[] }>('today.list')).items.flatMap(({ person }) => person?.address ?? [])
const counting = async () =>
  (await ask<{ people: { id: string }[] }>('relationships.capacity')).people.map(({ id }) => id)

describe('A member’s word on a person', () => {
  test('decides at once whether they stand on Today and take a place, and back by undo, and again by undoing that', async () => {
    const personId = await idOf(ilse.address)
    const before = await said(ilse.address)
    expect(before.layer).not.toBeNull()
    expect(await onToday()).toContain(ilse.address)
    const { actionId, people } = await act('relationships.setRelation', { personId, relation: 'private' })
    expect(people).toBe(1)
    const gone = async () => {
      expect(await said(ilse.address)).toMatchObject({
        relation: 'private',
        relationRule: 'choice-person',
        layer: null,
        owed: { byYou: [] },
      })
      expect(await onToday()).not.toContain(ilse.address)
      expect(await counting()).not.toContain(personId)
    }
    await gone()
    const undo = await act('workspace.undo', { actionId })
    expect(await said(ilse.address)).toEqual(before)
    expect(await onToday()).toContain(ilse.address)
    expect(await counting()).toContain(personId)
    const redo = await act('workspace.undo', { actionId: undo.actionId })
    await gone()
    await act('workspace.undo', { actionId: redo.actionId })
    expect(await said(ilse.address)).toEqual(before)
  })

  test('stands above their domain’s, and null leaves it to the domain and then to the rules again', async () => {
    const personId = await idOf(kofi.address)
    const { domain } = await said(kofi.address)
    await act('relationships.setRelation', { domain, relation: 'partner' })
    expect((await said(kofi.address)).relationRule).toBe('choice-domain')
    await act('relationships.setRelation', { personId, relation: 'customer' })
    expect(await said(kofi.address)).toMatchObject({ relation: 'customer', relationRule: 'choice-person' })
    await act('relationships.setRelation', { personId, relation: null })
    expect(await said(kofi.address)).toMatchObject({ relation: 'partner', relationRule: 'choice-domain' })
    await act('relationships.setRelation', { domain, relation: null })
    expect(await said(kofi.address)).toMatchObject({ relation: 'buyer', relationRule: 'kept-exchange' })
  })

  test('is in the history of that person', async () => {
    const personId = await idOf(dov.address)
    const { actionId } = await act('relationships.setRelation', { personId, relation: 'customer' })
    const { items } = await ask<{ items: { actionId: string; name: string; changes: unknown[] }[] }>(
      'workspace.history',
      { subjectType: 'person', subjectId: personId },
    )
    expect(items.find((line) => line.actionId === actionId)).toMatchObject({
      name: 'relationships.setRelation',
      changes: [{ what: 'relation choice', kind: 'added' }],
    })
    await act('workspace.undo', { actionId })
  })
})

describe('A member’s word on a domain', () => {
  test('is about everyone there, those who write later too, and is undone for all', async () => {
    const { actionId, people } = await act('relationships.setRelation', {
      domain: ` ${pellworm.domain.toUpperCase()} `,
      relation: 'pitch',
    })
    expect(people).toBeGreaterThan(1)
    const { items } = await ask<{ items: { relation: string }[] }>('lists.people', {
      q: pellworm.domain,
      sort: 'name',
    })
    expect(items.length).toBe(people)
    expect(new Set(items.map(({ relation }) => relation))).toEqual(new Set(['pitch']))
    const newcomer = { name: 'Wiebke Lorenzen', address: `wiebke@${pellworm.domain}` }
    await addMail(the, { from: newcomer, subject: 'Shifts', text: 'Hello Nell, can you call me on Monday?' })
    expect(await said(newcomer.address)).toMatchObject({ relation: 'pitch', relationRule: 'choice-domain' })
    expect(await onToday()).not.toContain(newcomer.address)
    await act('workspace.undo', { actionId })
    expect((await said(ilse.address)).relation).toBe('buyer')
    expect((await said(newcomer.address)).relation).toBe('unsorted')
    expect(await onToday()).toContain(ilse.address)
  })

  test('is refused for free mail, for both at once, for neither, and for nobody', async () => {
    const refused = { code: 'invalid' }
    const personId = await idOf(ilse.address)
    const set = (input: object) => act('relationships.setRelation', { relation: 'buyer', ...input })
    await expect(set({ domain: 'gmail.com' })).rejects.toMatchObject({ ...refused, field: 'domain' })
    await expect(set({ domain: pellworm.domain, personId })).rejects.toMatchObject(refused)
    await expect(set({})).rejects.toMatchObject(refused)
    await expect(set({ personId: the.owner.memberId })).rejects.toMatchObject({ code: 'not-found' })
    await expect(set({ personId, relation: 'friend' })).rejects.toMatchObject(refused)
  })
})

describe('Those whose mail does not count', () => {
  test('never open Today: a pitch that asks me alone, a colleague, somebody nobody has sorted', async () => {
    await addMail(the, {
      from: { name: 'Max Seller', address: 'max@growth-leads.example' },
      subject: 'Quick question',
      text: 'Hi Nell,\n\nWe help founders book more demos with qualified leads. Can you spare 15 minutes on Thursday for a quick call? Our customers see a 40 % increase in pipeline.\n\nBest,\nMax',
    })
    const today = await onToday()
    expect(today).not.toContain('max@growth-leads.example')
    for (const relation of ['pitch', 'colleague', 'private', 'unsorted']) {
      const { items } = await ask<{ items: { address: string; owed: boolean }[] }>('lists.people', {
        relation,
        limit: 200,
      })
      for (const { address, owed } of items) {
        expect(today).not.toContain(address)
        expect(owed, address).toBe(false)
      }
    }
    expect((await said(tobias.address)).relation).toBe('colleague')
  })

  test('wait among the unsorted by domain until a word is said, and no longer', async () => {
    interface Group {
      domain: string | null
      people: number
      because: string
    }
    const all = async () => (await ask<{ items: Group[] }>('relationships.unsorted', { limit: 200 })).items
    const first = (await all()).find(({ domain }) => domain)
    expect(first?.because).toBeTruthy()
    const { actionId } = await act('relationships.setRelation', { domain: first?.domain, relation: 'buyer' })
    expect((await all()).map(({ domain }) => domain)).not.toContain(first?.domain)
    await act('workspace.undo', { actionId })
    expect(await all()).toContainEqual(first)
    const paged: Group[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: { items: Group[]; next: string | null } = await ask('relationships.unsorted', {
        limit: 2,
        cursor,
      })
      paged.push(...page.items)
      cursor = page.next
    }
    expect(paged).toEqual(await all())
  })

  test('are not chosen by a viewer or a specialist', async () => {
    const personId = await idOf(ilse.address)
    for (const role of ['viewer', 'specialist'] as const) {
      const member = await addMember(the.house, the.owner, role)
      await expect(
        doIt(the.house, member, 'relationships.setRelation', { personId, relation: 'pitch' }),
      ).rejects.toMatchObject({ code: 'not-allowed' })
    }
  })
})
