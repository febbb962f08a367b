import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addMail } from '../../../../test/cast/add-mail.ts'
import { sampleHouse } from '../../../../test/cast/sample-house.ts'
import { dov, ilse, pellworm } from '../../../../test/cast/world.ts'
import { doIt, type TestHouse } from '../../../../test/house.ts'

interface Row {
  id: string
  name: string
  owed: boolean
  state?: string
  because?: string
  people?: { id: string; name: string }[]
}
interface Page {
  items: Row[]
  next: string | null
}

let the: TestHouse
beforeAll(async () => {
  the = await sampleHouse('lists')
  // Names that JavaScript, Postgres and LIKE each read in a way of their own.
  for (const name of [
    'İpek Yılmaz',
    'ŒUVRE Ltd',
    '100% Wool',
    'under_score',
    'back\\slash',
    'ẞharp Es',
    "O'Brien; drop",
    'ilse varnhorst',
    '😀 Emoji',
  ])
    await doIt(the.house, the.owner, 'people.create', { name })
}, 240_000)
afterAll(() => the?.stop())

const ask = <A>(name: string, input: object = {}) => doIt<A>(the.house, the.owner, name, input)

/** All rows of a list, page by page. */
async function walk(
  list: string,
  input: object,
  limit: number,
  between: () => Promise<unknown> = async () => {},
): Promise<Row[]> {
  const rows: Row[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page = await ask(list, { ...input, limit, cursor })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    rows.push(...page.items)
    cursor = page.next
    if (cursor) await between()
  }
  return rows
}
const ids = (rows: Row[]) => rows.map(({ id }) => id)

const lists: [list: string, input: object][] = [
  ...['name', 'last', 'depth'].flatMap((sort): [string, object][] => [
    ['lists.people', { sort, dir: 'asc' }],
    ['lists.people', { sort, dir: 'desc' }],
    ['lists.people', { sort, relation: 'buyer' }],
    ['lists.people', { sort, relation: 'unsorted' }],
    ['lists.people', { sort, owed: 'true' }],
    ['lists.people', { sort, drifting: 'true' }],
    ['lists.people', { sort, q: 'an' }],
  ]),
  ['lists.companies', { sort: 'name', dir: 'asc' }],
  ['lists.companies', { sort: 'name', dir: 'desc' }],
  ['lists.companies', { sort: 'last', dir: 'asc' }],
  ['lists.companies', { sort: 'last', dir: 'desc' }],
  ['lists.companies', { sort: 'name', q: 'er' }],
  ['lists.threads', { state: 'all' }],
  ['lists.threads', { state: 'owed-by-me' }],
  ['lists.threads', { state: 'waiting-for-them' }],
  ['lists.threads', { state: 'not-counted' }],
  ['people.list', {}],
  ['people.list', { q: 'a' }],
]

describe('Any list', () => {
  test.each(lists)(
    '%s %j gives each row once, in one order, whatever the size of a page',
    async (list, input) => {
      const whole = await walk(list, input, 200)
      expect(new Set(ids(whole)).size).toBe(whole.length)
      expect(whole.length).toBeGreaterThan(0)
      const small = Math.max(2, Math.floor(whole.length / 12))
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: small, max: 200 }), async (limit) => {
          expect(ids(await walk(list, input, limit))).toEqual(ids(whole))
        }),
        { numRuns: 2, examples: [[small]] },
      )
    },
    60_000,
  )

  test('gives no row twice and loses none that stays, while others come, go and move', async () => {
    const before = await walk('lists.people', { sort: 'name' }, 200)
    const stays = ids(before)
    let n = 0
    const rows = await walk('lists.people', { sort: 'name' }, 25, async () => {
      n += 1
      await ask('people.create', { name: `${['Aaa', 'Mmm', 'Zzz'][n % 3]} Newcomer ${n}` })
    })
    expect(new Set(ids(rows)).size).toBe(rows.length)
    expect(stays.filter((id) => !ids(rows).includes(id))).toEqual([])
    const byContact = await walk('lists.people', { sort: 'last' }, 40, async () => {
      const last = (await ask<Page>('lists.people', { sort: 'last', limit: 200 })).items.at(-1)
      await ask('conversations.note', { personId: last?.id, kind: 'call', text: 'Rang.' })
    })
    expect(new Set(ids(byContact)).size).toBe(byContact.length)
  }, 60_000)

  test.each(['lists.people', 'lists.companies', 'lists.threads', 'people.list'])(
    '%s refuses a cursor that was not made here',
    async (list) => {
      for (const made of [
        'nonsense',
        ['a', 'b'],
        [null],
        [{}, 1],
        ['x', '00000000-0000-0000-0000-000000000000'],
        [1, 2, 3],
      ]) {
        const cursor =
          typeof made === 'string' ? made : Buffer.from(JSON.stringify(made)).toString('base64url')
        await ask<Page>(list, { cursor }).then(
          (page) => expect(page.items).toBeDefined(),
          (error) => expect(error).toMatchObject({ code: 'invalid' }),
        )
      }
    },
  )
})

describe('What is typed to find somebody', () => {
  test.each([
    '%',
    '_',
    '\\',
    "'",
    '"',
    ';--',
    '%%%',
    '100%',
    'under_',
    'back\\',
    "o'b",
    '(',
    ':*',
    '& |',
    '😀',
    'İ',
  ])('takes %j as it stands', async (q) => {
    const typed = q.toLowerCase()
    for (const list of ['lists.people', 'people.list'])
      for (const row of await walk(list, { q, sort: 'name' }, 200)) {
        const { addresses } = await ask<{ addresses: { address: string }[] }>('people.get', {
          personId: row.id,
        })
        expect(
          [row.name.toLowerCase(), ...addresses.map(({ address }) => address)].some((text) =>
            text.includes(typed),
          ),
        ).toBe(true)
      }
    await ask('lists.search', { q })
    await ask('lists.companies', { q })
    await ask('today.status', { q }).catch((error) => expect(error).toMatchObject({ code: 'not-found' }))
  })

  test('finds those and no others whose name or address has it', async () => {
    const names = async (q: string) =>
      (await walk('lists.people', { q, sort: 'name' }, 200)).map(({ name }) => name)
    expect(await names('100%')).toEqual(['100% Wool'])
    expect(await names('under_s')).toEqual(['under_score'])
    expect(await names('back\\s')).toEqual(['back\\slash'])
    expect(await names(pellworm.domain)).toContain(ilse.name)
  })
})

describe('Owed', () => {
  test('is the same on Today, in threads, people and companies', async () => {
    const { items } = await ask<{
      items: {
        kind: string
        person: { id: string } | null
        company: { id: string } | null
        thread: { id: string } | null
      }[]
    }>('today.list')
    const owed = items.filter(({ kind }) => kind === 'reply-owed')
    const sorted = (list: (string | undefined)[]) => [...new Set(list)].sort()
    expect(ids(await walk('lists.threads', { state: 'owed-by-me' }, 50)).sort()).toEqual(
      sorted(owed.map(({ thread }) => thread?.id)),
    )
    const all = await walk('lists.threads', {}, 200)
    expect(ids(all.filter(({ state }) => state === 'owed-by-me')).sort()).toEqual(
      sorted(owed.map(({ thread }) => thread?.id)),
    )
    expect(ids(await walk('lists.people', { owed: 'true' }, 50)).sort()).toEqual(
      sorted(owed.map(({ person }) => person?.id)),
    )
    expect(ids((await walk('lists.people', { sort: 'name' }, 200)).filter((row) => row.owed)).sort()).toEqual(
      sorted(owed.map(({ person }) => person?.id)),
    )
    expect(
      ids((await walk('lists.companies', { sort: 'name' }, 200)).filter((row) => row.owed)).sort(),
    ).toEqual(sorted(owed.map(({ company }) => company?.id)))
  })

  test('is said of a thread by the name of whoever asked, never by an address', async () => {
    const threads = await walk('lists.threads', {}, 200)
    const line = threads.find(
      ({ state, people }) => state === 'owed-by-me' && people?.some(({ name }) => name === ilse.name),
    )
    expect(line?.because).toMatch(/^Ilse Varnhorst asked you on \d+ \w+ \d{4}, no answer since$/)
    expect(
      threads
        .filter(({ because }) => because?.includes('@'))
        .map(({ because }) => because?.split('@')[1]?.split(' ')[0]),
    ).not.toContain(pellworm.domain)
  })
})

describe('Search as one types', () => {
  interface Found {
    people: { id: string; name: string }[]
    companies: { name: string; domain: string | null }[]
    messages: {
      messageId: string
      subject: string
      snippet: string
      marks: { start: number; end: number }[]
    }[]
  }
  const find = (q: string) => ask<Found>('lists.search', { q, limit: 20 })

  test('finds people and companies by any beginning of their names, those one knows first', async () => {
    for (const q of ['il', 'ils', 'ilse', 'ilse v', 'varn', 'ILSE VARN', ilse.address])
      expect(
        (await find(q)).people.map(({ name }) => name),
        q,
      ).toContain(ilse.name)
    expect((await find('ilse varnhorst')).people[0]?.name).toBe(ilse.name)
    expect((await find('pellw')).companies[0]).toMatchObject({ name: pellworm.name })
    expect((await find(pellworm.domain.slice(0, 9))).companies.map(({ name }) => name)).toContain(
      pellworm.name,
    )
    expect(await find('i')).toEqual({ people: [], companies: [], messages: [] })
  })

  test('finds mails by all words, the last one a beginning, and marks them where they stand', async () => {
    await addMail(the, {
      from: dov,
      subject: 'Zirkonium',
      text: `${'Some words before it all. '.repeat(30)}\n\nThe quokka of Überlingen has a quokkaphone, not a phonequokka. ${'And after. '.repeat(40)}`,
    })
    for (const q of ['quokk', 'quokka über', 'ÜBERLINGEN quok', 'zirkon']) {
      const { messages } = await find(q)
      expect(messages, q).toHaveLength(1)
      const { snippet, marks } = messages[0] ?? { snippet: '', marks: [] }
      expect(snippet.length).toBeLessThanOrEqual(160)
      const words = q.toLowerCase().split(' ')
      for (const { start, end } of marks) {
        expect(words).toContain(snippet.slice(start, end).toLowerCase())
        expect(snippet.slice(0, start)).not.toMatch(/[\p{L}\p{N}]$/u)
      }
      for (const [i, mark] of marks.entries())
        expect(mark.start).toBeGreaterThanOrEqual(marks[i - 1]?.end ?? 0)
      if (!q.startsWith('zirkon')) expect(marks.length).toBeGreaterThan(words.length - 1)
    }
    expect((await find('okka')).messages).toEqual([])
    expect((await find('quok über')).messages).toEqual([])
  })
})
