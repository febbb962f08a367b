import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMail } from '../../../../test/cast/add-mail.ts'
import { sampleHouse, sampleNow } from '../../../../test/cast/sample-house.ts'
import {
  absentThisMorning,
  ilse,
  matthias,
  nell,
  signe,
  solveig,
  teodoro,
} from '../../../../test/cast/world.ts'
import { addMember, doIt, type TestHouse } from '../../../../test/house.ts'

interface Said {
  relation: string
  depth: number
  parts: { label: string; points: number; of: number }[]
  layer: number | null
  ladder: { step: string; reached: boolean; evidence: string }[]
  drift: { state: string; quietDays: number; because: string }
  standing: {
    firstAt: string
    lastAt: string
    theirs: number
    mine: number
    theyBegan: number
    youBegan: number
  }
  knownBy: { member: { id: string; name: string }; depth: number }[]
  exchange: { messageId: string; at: string; direction: string }[]
  owed: { byYou: { text: string; threadId: string }[]; byThem: { threadId: string }[] }
}
interface Row {
  id: string
  name: string
  depth: number
  address: string
  owed: boolean
  drifting: boolean
  lastAt: string
  theirs: number
  mine: number
}

let the: TestHouse
beforeAll(async () => {
  the = await sampleHouse('person')
}, 240_000)
afterAll(() => the?.stop())
beforeEach(() => the.clock.set(sampleNow))

const ask = <A>(name: string, input: object = {}) => doIt<A>(the.house, the.owner, name, input)
const rows = async () => (await ask<{ items: Row[] }>('lists.people', { limit: 200, sort: 'depth' })).items
const idOf = async (address: string) =>
  (await ask<{ people: { id: string }[] }>('lists.search', { q: address })).people[0]?.id ?? ''
const person = (personId: string) => ask<Said>('relationships.person', { personId })

describe('How one stands with a person', () => {
  test('adds up for everyone, and is what lists, places and timeline say', async () => {
    const people = await rows()
    const capacity = await ask<{
      people: { id: string; layer: number | null; depth: number; drifting: boolean }[]
    }>('relationships.capacity')
    const places = new Map(capacity.people.map((each) => [each.id, each]))
    expect(people.length).toBeGreaterThan(100)
    for (const row of people) {
      const said = await person(row.id)
      expect(said.parts.reduce((sum, { points }) => sum + points, 0)).toBe(said.depth)
      expect(said.depth, row.name).toBe(row.depth)
      expect(said.layer, row.name).toBe(places.get(row.id)?.layer ?? null)
      expect(said.standing).toMatchObject({ theirs: row.theirs, mine: row.mine, lastAt: row.lastAt })
      expect(said.owed.byYou.length > 0, row.name).toBe(row.owed)
      if (places.has(row.id)) expect(places.get(row.id)?.drifting).toBe(said.drift.state === 'drifting')
      expect(row.drifting && said.drift.state !== 'drifting').toBe(false)
      expect(said.exchange.length).toBe(row.theirs + row.mine)
    }
    const depths = people.map(({ depth }) => depth)
    expect(depths).toEqual([...depths].sort((a, b) => b - a))
  }, 120_000)

  test('ages alike on every screen: three weeks of silence later the figures still agree', async () => {
    the.clock.set(new Date(sampleNow.getTime() + 21 * 86_400_000))
    await the.house.works
      .get('relationships.refresh')
      ?.run(the.house, the.owner, {}, new AbortController().signal)
    for (const row of (await rows()).slice(0, 60)) {
      const said = await person(row.id)
      expect(said.depth, row.name).toBe(row.depth)
    }
  })

  test('begins with the first mail and counts what the cast wrote', async () => {
    const said = await person(await idOf(ilse.address))
    expect(said.relation).toBe('buyer')
    expect(said.exchange.map(({ at }) => at)).toEqual(said.exchange.map(({ at }) => at).sort())
    expect(said.exchange[0]?.at).toBe(said.standing.firstAt)
    expect(said.exchange.filter(({ direction }) => direction === 'in')).toHaveLength(said.standing.theirs)
    expect(said.ladder.filter(({ reached }) => reached).map(({ step }) => step)).toEqual([
      'unknown',
      'known',
      'trusted',
    ])
    expect(said.owed.byYou).toMatchObject([
      { text: 'Can the night shift see their own rota on a phone before we sign?' },
    ])
  })

  test('owes what Today owes, the one way and the other', async () => {
    const { items } = await ask<{
      items: { kind: string; person: { id: string } | null; thread: { id: string } | null }[]
    }>('today.list')
    const owedToday = items.filter(({ kind }) => kind === 'reply-owed').map(({ thread }) => thread?.id)
    const owed: string[] = []
    for (const row of await rows())
      owed.push(...(await person(row.id)).owed.byYou.map(({ threadId }) => threadId))
    expect(owed.sort()).toEqual(owedToday.sort())
    for (const { address } of absentThisMorning)
      expect((await person(await idOf(address))).owed.byYou, address).toEqual([])
    expect((await person(await idOf(signe.address))).owed.byThem).toHaveLength(1)
  })

  test('drifts by the pair’s own rhythm, and a call resets it', async () => {
    const personId = await idOf(matthias.address)
    const before = await person(personId)
    expect(before.drift).toMatchObject({ state: 'drifting', quietDays: 41 })
    const { actionId } = await ask<{ actionId: string }>('conversations.note', {
      personId,
      kind: 'call',
      text: 'Spoke about the kiln.',
    })
    const after = await person(personId)
    expect(after.drift).toMatchObject({ state: 'in touch', quietDays: 0 })
    expect(after.standing.lastAt).toBe(sampleNow.toISOString())
    expect(after.depth).toBeGreaterThan(before.depth)
    const { actionId: plain } = await ask<{ actionId: string }>('conversations.note', {
      personId,
      text: 'Likes blue glaze.',
    })
    await ask('workspace.undo', { actionId })
    await ask('workspace.undo', { actionId: plain })
    expect(await person(personId)).toEqual(before)
  })

  test('shows which colleague knows them too, by depth alone', async () => {
    const other = await addMember(the.house, the.owner, 'rep', 'Robin Rep')
    const personId = await idOf(teodoro.address)
    expect((await person(personId)).knownBy).toEqual([])
    const robin = { name: 'Robin Rep', address: 'robin@loomwright.example' }
    await addMail(
      the,
      {
        from: teodoro,
        to: [robin],
        subject: 'Parking',
        text: 'Robin, where do we park? Can you tell the porter?',
      },
      other,
      [robin.address],
    )
    const { knownBy } = await person(personId)
    expect(knownBy).toEqual([
      { member: { id: other.memberId, name: 'Robin Rep' }, depth: expect.any(Number) },
    ])
    expect(knownBy[0]?.depth).toBeGreaterThan(0)
    const theirs = await doIt<Said>(the.house, other, 'relationships.person', { personId })
    expect(theirs.standing).toMatchObject({ theirs: 1, mine: 0 })
    expect(theirs.depth).toBe(knownBy[0]?.depth)
    expect(theirs.owed.byYou).toHaveLength(1)
    expect(theirs.knownBy).toMatchObject([{ member: { id: the.owner.memberId } }])
    expect(JSON.stringify(await person(personId))).not.toContain('porter')
  })

  test('is told of nobody who is not there, and of oneself as of nobody', async () => {
    await expect(person(the.owner.memberId)).rejects.toMatchObject({ code: 'not-found' })
    expect(await idOf(nell.address)).toBe('')
    expect((await person(await idOf(solveig.address))).owed.byYou).toEqual([])
  })
})
