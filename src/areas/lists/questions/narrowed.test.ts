import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleHouse } from '../../../../test/cast/sample-house.ts'
import { doIt, type TestHouse } from '../../../../test/house.ts'

interface Row {
  id: string
  name: string
  relation: string
  relationBecause: string
  owed: boolean
  depth: number
  lastAt: string | null
  exchange: { at: string }[]
}
interface Page {
  items: Row[]
  next: string | null
  count: { n: number; orMore: boolean } | null
}

let the: TestHouse
beforeAll(async () => {
  the = await sampleHouse('narrowed')
})
afterAll(() => the?.stop())

const people = (input: object) => doIt<Page>(the.house, the.owner, 'lists.people', input)
const companies = (input: object) => doIt<Page>(the.house, the.owner, 'lists.companies', input)

async function all(ask: (input: object) => Promise<Page>, input: object): Promise<Row[]> {
  const first = await ask({ ...input, limit: 40 })
  const rows = [...first.items]
  for (let next = first.next; next; ) {
    const page = await ask({ ...input, limit: 40, cursor: next })
    expect(page.count, 'only the first page counts').toBeNull()
    rows.push(...page.items)
    next = page.next
  }
  expect(first.count).toEqual({ n: rows.length, orMore: false })
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
  return rows
}

describe('A list that is narrowed', () => {
  test('says how many people it holds in all, however it is sorted and narrowed', async () => {
    for (const input of [
      { sort: 'name' },
      { sort: 'last' },
      { sort: 'depth' },
      { relation: 'buyer' },
      { owed: 'true' },
    ])
      expect((await all(people, input)).length, JSON.stringify(input)).toBeGreaterThan(0)
  })

  test('holds the fifteen people who are nearest, and nobody else', async () => {
    const nearest = await all(people, { layer: 15, sort: 'depth' })
    expect(nearest.length).toBe(15)
    const counted = (await all(people, { sort: 'depth' })).filter((row) =>
      ['buyer', 'customer', 'partner'].includes(row.relation),
    )
    expect(nearest.map((row) => row.id)).toEqual(counted.slice(0, 15).map((row) => row.id))
  })

  test('shows each company under one relation, the same as its row says', async () => {
    const every = await all(companies, { sort: 'name' })
    let found = 0
    for (const relation of ['customer', 'buyer', 'partner', 'colleague', 'private', 'unsorted', 'pitch']) {
      const under = await all(companies, { sort: 'name', relation })
      expect(under.every((row) => row.relation === relation)).toBe(true)
      found += under.length
    }
    expect(found).toBe(every.length)
  })

  test('shows the companies to whose people an answer is owed', async () => {
    const owed = await all(companies, { owed: 'true' })
    expect(owed.length).toBeGreaterThan(0)
    expect(owed.every((row) => row.owed)).toBe(true)
    expect((await all(companies, {})).filter((row) => row.owed).length).toBe(owed.length)
  })

  test('gives one company by its id, with why it is what it is and its last mails in order', async () => {
    const [one] = (await companies({ relation: 'buyer' })).items
    const { items, count } = await companies({ companyId: one?.id, sort: 'name' })
    expect(items).toEqual([one])
    expect(count).toEqual({ n: 1, orMore: false })
    expect(one?.relationBecause).toMatch(/buyers?$/)
    const times = one?.exchange.map((stroke) => Date.parse(stroke.at)) ?? []
    expect(times.length).toBeGreaterThan(0)
    expect(times).toEqual([...times].sort((a, b) => a - b))
  })
})
