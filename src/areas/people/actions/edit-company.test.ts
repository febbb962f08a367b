import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMail } from '../../../../test/cast/add-mail.ts'
import { sampleHouse } from '../../../../test/cast/sample-house.ts'
import { ilse, pellworm } from '../../../../test/cast/world.ts'
import { doIt, type TestHouse } from '../../../../test/house.ts'

let the: TestHouse
beforeAll(async () => {
  the = await sampleHouse('company')
}, 240_000)
afterAll(() => the?.stop())

const ask = <A>(name: string, input: object = {}) => doIt<A>(the.house, the.owner, name, input)
const act = (name: string, input: object) => ask<{ actionId: string }>(name, input)
const get = (personId: string) =>
  ask<{ id: string; company: { id: string } | null }>('people.get', { personId })
const idOf = async (address: string) =>
  (await ask<{ people: { id: string }[] }>('lists.search', { q: address })).people[0]?.id ?? ''
const history = async (subjectType: string, subjectId: string) =>
  (await ask<{ items: { changes: unknown[] }[] }>('workspace.history', { subjectType, subjectId })).items

describe('A company', () => {
  test('is renamed for good: later mails leave it, history shows it, undo puts it back', async () => {
    const person = await get(await idOf(ilse.address))
    const companyId = person.company?.id ?? ''
    const before = await ask<object>('people.getCompany', { companyId })
    expect(before).toMatchObject({ name: pellworm.name, nameSource: 'domain', domains: [pellworm.domain] })
    const { actionId } = await act('people.editCompany', { companyId, name: 'Pellworm Cheese' })
    await addMail(the, { from: ilse, subject: 'Cheese', text: 'New sign over the door.' })
    expect(await ask('people.getCompany', { companyId })).toMatchObject({
      name: 'Pellworm Cheese',
      nameSource: 'typed',
    })
    expect((await history('company', companyId))[0]?.changes).toContainEqual({
      what: 'company',
      kind: 'changed',
      field: 'name',
      before: pellworm.name,
      after: 'Pellworm Cheese',
    })
    await act('workspace.undo', { actionId })
    expect(await ask('people.getCompany', { companyId })).toEqual(before)
    await expect(act('people.editCompany', { companyId, name: '' })).rejects.toMatchObject({
      code: 'invalid',
      field: 'name',
    })
    await expect(act('people.editCompany', { companyId: person.id, name: 'X' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('lists its people, all of them and nobody else', async () => {
    const companyId = (await get(await idOf(ilse.address))).company?.id
    const { items } = await ask<{ items: { id: string; company: { id: string } }[] }>('people.list', {
      companyId,
      limit: 200,
    })
    const { people } = await ask<{ people: number }>('people.getCompany', { companyId })
    expect(items).toHaveLength(people)
    expect(new Set(items.map(({ company }) => company.id))).toEqual(new Set([companyId]))
  })
})
