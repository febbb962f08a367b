import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleHouse, sampleNow } from '../../../../test/cast/sample-house.ts'
import {
  absentThisMorning,
  expectedThisMorning,
  hedda,
  ilse,
  perhapsThisMorning,
  piet,
} from '../../../../test/cast/world.ts'
import { doIt, type TestHouse } from '../../../../test/house.ts'
import { within } from '../../../platform/perform.ts'
import { loadMorning } from '../load-morning.ts'
import { morning } from '../morning.ts'

interface Line {
  rank: number
  kind: string
  because: string
  score: number
  scoreParts: { label: string; points: number }[]
  person: { id: string; name: string; address: string } | null
  thread: { id: string; subject: string; messageId: string } | null
  since: string
  quote: { text: string; said: { start: number; end: number } } | null
  key: string
}
interface Today {
  items: Line[]
  title: string
  end: string
  more: unknown[]
  folded: { people: number; sentence: string } | null
  hidden: { done: number; snoozed: number; dismissed: number }
}

let the: TestHouse
beforeAll(async () => {
  the = await sampleHouse('today')
}, 240_000)
afterAll(() => the?.stop())

const DAY = 86_400_000
const daysAgo = (days: number) => new Date(sampleNow.getTime() - days * DAY)
const today = (input: object = {}) => doIt<Today>(the.house, the.owner, 'today.list', input)
const ofPeople = (list: Today) => list.items.filter((line) => line.person)
const plain = (subject: string) => subject.replace(/^(re|fwd?): */i, '')

describe('This morning in the sample world', () => {
  test('holds exactly whom the cast expects, and nobody whom it does not', async () => {
    const lines = ofPeople(await today())
    const perhaps = perhapsThisMorning.map(({ address }) => address)
    const said = (kind: string, address: string, subject: string | null) =>
      `${kind} ${address} ${subject ?? ''}`
    const found = lines
      .filter((line) => !perhaps.includes(line.person?.address ?? ''))
      .map((line) =>
        said(line.kind, line.person?.address ?? '', line.thread ? plain(line.thread.subject) : null),
      )
    expect(found.sort()).toEqual(
      expectedThisMorning.map((each) => said(each.kind, each.address, each.subject)).sort(),
    )
    for (const { address, why } of absentThisMorning)
      expect(
        lines.map((line) => line.person?.address),
        why,
      ).not.toContain(address)
  })

  test('quotes each question in their own words, with the asking sentence marked', async () => {
    const { items } = await today()
    for (const expected of expectedThisMorning.filter(({ quote }) => quote)) {
      const quote = items.find((line) => line.person?.address === expected.address)?.quote
      expect(quote?.text.slice(quote.said.start, quote.said.end)).toBe(expected.quote)
    }
  })

  test('says why of each line in one line that its mails bear out', async () => {
    for (const line of ofPeople(await today())) {
      expect(line.because.length).toBeLessThanOrEqual(90)
      const { items: history } = await doIt<{ items: { id: string; at: string; direction: string }[] }>(
        the.house,
        the.owner,
        'conversations.timeline',
        { personId: line.person?.id },
      )
      const last = history[0]
      if (line.kind === 'reply-owed') {
        expect(line.because).toMatch(/^asked /)
        expect(history.find(({ at }) => at === line.since)?.direction).toBe('in')
        expect(
          history.some((mail) => mail.direction === 'out' && mail.at > line.since),
          'answered',
        ).toBe(false)
      } else if (line.kind === 'follow-up-due') {
        expect(line.because).toMatch(/without an answer/)
        expect(history.find(({ at }) => at === line.since)?.direction).toBe('out')
        expect(history.some((mail) => mail.direction === 'in' && mail.at > line.since)).toBe(false)
      } else {
        expect(line.kind).toBe('drifting')
        const days = Math.floor(sampleNow.getTime() / DAY) - Math.floor(Date.parse(last?.at ?? '') / DAY)
        expect(line.because).toMatch(new RegExp(`^${days} days quiet; `))
      }
    }
  })

  test('is ranked by scores whose parts add up', async () => {
    const { items } = await today()
    expect(items.map(({ rank }) => rank)).toEqual(items.map((_, at) => at + 1))
    const scores = items.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    for (const { score, scoreParts } of items)
      expect(scoreParts.reduce((sum, part) => sum + Math.round(part.points * 10), 0)).toBe(
        Math.round(score * 10),
      )
  })

  test('ends, and says of whom it holds back that they asked', async () => {
    const list = await today()
    expect(list.items.length).toBeLessThan(40)
    expect(list.end).toBe(
      'That is all of it. Nothing more will be added before tomorrow, unless someone writes.',
    )
    expect(list.folded?.sentence).toMatch(/others asked you something and do not count here: 4 colleagues/)
    expect((await today({ limit: 3 })).items).toEqual(list.items.slice(0, 3))
  })

  test('follows up nobody who is out of the office, before the day of return or at all where a mail bounced', async () => {
    const line = async (at: Date, address: string) =>
      ofPeople(await withClock(at, () => today())).find((each) => each.person?.address === address)
    const asked = await hasAsked(hedda.address)
    expect(asked).toBe(true)
    const moments = Array.from({ length: 28 }, (_, day) => new Date(sampleNow.getTime() + day * DAY))
    const shown: string[] = []
    for (const at of moments) if (await line(at, hedda.address)) shown.push(at.toISOString().slice(0, 10))
    const back = await returnDay(hedda.address)
    expect(shown.length).toBeGreaterThan(0)
    expect(
      shown.every((day) => day >= back),
      `${shown[0]} against ${back}`,
    ).toBe(true)
    for (const at of moments.slice(0, 10)) expect(await line(at, piet.address)).toBeUndefined()
  })
})

describe('A past morning', () => {
  test('looks at nothing later: neither a mail nor an answer nor a decision', async () => {
    for (const days of [3, 11, 40, 200]) {
      const at = daysAgo(days)
      const list = await today({ at: at.toISOString() })
      expect(list.items.length).toBeGreaterThan(0)
      for (const line of ofPeople(list)) expect(Date.parse(line.since)).toBeLessThanOrEqual(at.getTime())
    }
    const before = ofPeople(await today({ at: daysAgo(6).toISOString() }))
    expect(before.map((line) => `${line.kind} ${line.person?.address}`)).not.toContain(
      `reply-owed ${ilse.address}`,
    )
  })

  test('is counted as the present one is, on the days to come and in a world that ends earlier', async () => {
    for (const days of [0, 1, 6, 16, 45]) {
      const at = new Date(sampleNow.getTime() + days * DAY)
      await withClock(at, () => refreshStandings(the))
      const { kept, counted } = await bothWays(the, at)
      expect(counted).toEqual(kept)
    }
    await refreshStandings(the)
    const cut = await sampleHouse('today_cut')
    try {
      for (const days of [2, 30, 200]) {
        const at = daysAgo(days)
        cut.clock.set(at)
        await cutAt(cut, at)
        const { kept, counted } = await bothWays(cut, at)
        expect(kept.items.length).toBeGreaterThan(3)
        expect(counted).toEqual(kept)
        const { items } = await today({ at: at.toISOString() })
        expect(ofPeople({ items } as Today).map(({ key }) => key)).toEqual(
          kept.items.filter(({ person }) => person).map(({ key }) => key),
        )
      }
    } finally {
      await cut.stop()
    }
  })

  test('shows a line as it was then, whatever was decided since', async () => {
    const line = ofPeople(await today())[0]
    const then = sampleNow
    await withClock(new Date(then.getTime() + 60_000), () =>
      act('today.snooze', { key: line?.key, until: new Date(then.getTime() + 3_600_000).toISOString() }),
    )
    await withClock(new Date(then.getTime() + 120_000), () => act('today.done', { key: line?.key }))
    const { actionId } = await withClock(new Date(then.getTime() + 180_000), () =>
      act('today.dismiss', { key: line?.key, reason: 'spoke on the phone' }),
    )
    const hiddenAt = (minutes: number) =>
      withClock(new Date(then.getTime() + 600_000), async () => {
        const at = new Date(then.getTime() + minutes * 60_000).toISOString()
        return (await today({ at })).hidden
      })
    expect(await hiddenAt(0.5)).toEqual({ done: 0, snoozed: 0, dismissed: 0 })
    expect(await hiddenAt(1.5)).toEqual({ done: 0, snoozed: 1, dismissed: 0 })
    expect(await hiddenAt(2.5)).toEqual({ done: 1, snoozed: 0, dismissed: 0 })
    expect(await hiddenAt(3.5)).toEqual({ done: 0, snoozed: 0, dismissed: 1 })
    await withClock(new Date(then.getTime() + 240_000), () => act('workspace.undo', { actionId }))
    expect(await hiddenAt(4.5)).toEqual({ done: 1, snoozed: 0, dismissed: 0 })
    expect(await hiddenAt(3.5)).toEqual({ done: 0, snoozed: 0, dismissed: 1 })
  })
})

const act = (name: string, input: object) => doIt<{ actionId: string }>(the.house, the.owner, name, input)

async function withClock<R>(at: Date, run: () => Promise<R>): Promise<R> {
  the.clock.set(at)
  try {
    return await run()
  } finally {
    the.clock.set(sampleNow)
  }
}

/** The morning of a moment from what is kept and from what is counted, as the same rules give it. */
function bothWays({ house, owner }: TestHouse, at: Date) {
  const doing = { name: 'test', about: 'test', kind: 'question', quiet: true } as const
  return within(house, owner, doing, {}, async (ctx) => {
    const load = (from: 'kept' | 'counted') =>
      loadMorning({ ...ctx, now: at }, owner.memberId, at, owner.timeZone, from)
    return { kept: morning(await load('kept')), counted: morning(await load('counted')) }
  })
}

const refreshStandings = async ({ house, owner }: TestHouse) =>
  house.works.get('relationships.refresh')?.run(house, owner, {}, new AbortController().signal)

/** A world in which nothing was written after a moment. */
async function cutAt(of: TestHouse, at: Date): Promise<void> {
  const { ownerPool } = of.house.database
  await ownerPool.query('delete from conversations.message where sent_at > $1', [at])
  await ownerPool.query(
    'insert into relationships.stale select workspace_id, $1, id from people.person on conflict do nothing',
    [of.owner.memberId],
  )
  await refreshStandings(of)
}

async function hasAsked(address: string): Promise<boolean> {
  const { rows } = await the.house.database.ownerPool.query(
    `select from conversations.thread_state where person_address = $1 and state = 'waiting-for-them'`,
    [address],
  )
  return rows.length > 0
}

async function returnDay(address: string): Promise<string> {
  const { rows } = await the.house.database.ownerPool.query<{ day: string }>(
    `select max(m.return_date)::text as day from conversations.message m join people.address a on a.id = m.from_address_id where a.address = $1`,
    [address],
  )
  return rows[0]?.day ?? ''
}
