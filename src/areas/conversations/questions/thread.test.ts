import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addMail } from '../../../../test/cast/add-mail.ts'
import { sampleHouse, sampleNow } from '../../../../test/cast/sample-house.ts'
import { dov, ilse, nell, solveig, tobias } from '../../../../test/cast/world.ts'
import { addMember, doIt, type TestHouse } from '../../../../test/house.ts'
import { sampleMails } from '../../../sample/sample-mails.ts'

interface Party {
  name: string
  address: string
  personId: string | null
}
interface Mail {
  id: string
  at: string
  subject: string
  from: Party & { mine: boolean }
  to: Party[]
  cc: Party[]
  kind: string
  newText: string
  asks: { text: string; start: number; end: number }[]
  foldedQuote: { lines: number; text: string } | null
  foldedSignature: { text: string } | null
  hasHtml: boolean
  attachments: { index: number; name: string; type: string; size: number }[]
  folders: string[]
}
interface Thread {
  subject: string
  total: number
  messages: Mail[]
}
interface Entry {
  type: string
  id: string
  threadId: string
  at: string
  direction?: string
  newText?: string
}

let the: TestHouse
beforeAll(async () => {
  the = await sampleHouse('conversations')
}, 240_000)
afterAll(() => the?.stop())
beforeEach(() => the.clock.set(sampleNow))

const ask = <A>(name: string, input: object = {}, actor = the.owner) => doIt<A>(the.house, actor, name, input)
const idOf = async (address: string) =>
  (await ask<{ people: { id: string }[] }>('lists.search', { q: address })).people[0]?.id ?? ''
const timeline = (personId: string, more: object = {}) =>
  ask<{ items: Entry[]; next: string | null }>('conversations.timeline', { personId, ...more })
const threads = async () => {
  const { rows } = await the.house.database.ownerPool.query<{ id: string }>(
    'select id from conversations.thread order by last_at desc',
  )
  return rows.map((row) => row.id)
}
const turn = (threadId: string) => ask<{ state: string; because: string }>('lists.threadState', { threadId })
const thread = (threadId: string, actor = the.owner) =>
  ask<Thread>('conversations.thread', { threadId }, actor)

describe('A thread', () => {
  test('shows each mail in order, its parties, and where exactly it asks', async () => {
    const all = (await threads()).slice(0, 150)
    let asks = 0
    for (const id of all) {
      const { messages, total } = await thread(id)
      expect(messages).toHaveLength(total)
      expect(messages.map(({ at }) => at)).toEqual(messages.map(({ at }) => at).sort())
      for (const mail of messages) {
        expect(mail.from.mine).toBe([nell.address, 'hello@loomwright.example'].includes(mail.from.address))
        expect(mail.to.length + mail.cc.length).toBeGreaterThan(0)
        expect(mail.folders.length).toBeGreaterThan(0)
        for (const each of mail.asks) {
          asks += 1
          expect(mail.newText.slice(each.start, each.end)).toBe(each.text)
        }
        if (mail.foldedQuote) expect(mail.newText).not.toContain(mail.foldedQuote.text)
      }
    }
    expect(asks).toBeGreaterThan(50)
  }, 60_000)

  test('folds away what is quoted and signed, and keeps it', async () => {
    const first = await addMail(the, {
      from: dov,
      subject: 'Two lines',
      text: [
        'We take the second boat.',
        'Can you meet us at the pier?',
        '',
        '-- ',
        'Dov, at the helm',
        '+47 555 0134',
        '',
        'On Mon, 2 Mar 2026 at 10:00, Nell Ashdown <nell@loomwright.example> wrote:',
        '> Which boat do you take?',
        '> The first is full.',
      ].join('\r\n'),
    })
    expect(first.importId).toBeTruthy()
    const [entry] = (await timeline(await idOf(dov.address))).items
    const { messages } = await thread(entry?.threadId ?? '')
    const mail = messages.at(-1)
    expect(mail?.newText).toBe('We take the second boat.\nCan you meet us at the pier?')
    expect(mail?.foldedSignature?.text).toContain('at the helm')
    expect(mail?.foldedQuote).toMatchObject({
      lines: 3,
      text: expect.stringContaining('> The first is full.'),
    })
    expect(mail?.asks.map(({ text }) => text)).toEqual(['Can you meet us at the pier?'])
    expect(await turn(entry?.threadId ?? '')).toEqual({
      state: 'owed-by-me',
      because: `${dov.name} asked you on 3 Mar 2026, no answer since`,
    })
  })

  test('with a colleague who asked is not called owed, because Today does not hold it', async () => {
    const [entry] = (await timeline(await idOf(tobias.address))).items
    expect((await turn(entry?.threadId ?? '')).state).toBe('not-counted')
  })

  test('says that it needs no reply once a member said so, until somebody writes again; and takes that back', async () => {
    const [entry] = (await timeline(await idOf(ilse.address))).items
    const id = entry?.threadId ?? ''
    const before = await turn(id)
    const { actionId } = await ask<{ actionId: string }>('conversations.closeThread', { threadId: id })
    expect(await turn(id)).toEqual({
      state: 'needs-no-reply',
      because: 'you said that it needs no reply',
    })
    const { items } = await ask<{ items: { person: { address: string } | null }[] }>('today.list')
    expect(items.map(({ person }) => person?.address)).not.toContain(ilse.address)
    await ask('workspace.undo', { actionId })
    expect(await turn(id)).toEqual(before)
  })

  test('is read by nobody else while the mailbox is only mine', async () => {
    const [id] = await threads()
    const other = await addMember(the.house, the.owner, 'manager')
    await expect(thread(id ?? '', other)).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask('conversations.closeThread', { threadId: id }, other)).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('A timeline', () => {
  test('has each mail between the two once, newest first, the same that the relationship counts', async () => {
    for (const address of [ilse.address, dov.address, solveig.address]) {
      const personId = await idOf(address)
      const { exchange } = await ask<{ exchange: { messageId: string; at: string; direction: string }[] }>(
        'relationships.person',
        { personId },
      )
      const all: Entry[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page: { items: Entry[]; next: string | null } = await timeline(personId, { limit: 7, cursor })
        all.push(...page.items)
        cursor = page.next
      }
      expect(all).toEqual((await timeline(personId, { limit: 200 })).items)
      expect(all.map(({ at }) => at)).toEqual(
        all
          .map(({ at }) => at)
          .sort()
          .reverse(),
      )
      const said = (id: string, at: string, direction = '') => `${at} ${direction} ${id}`
      expect(all.map(({ id, at, direction }) => said(id, at, direction)).sort()).toEqual(
        exchange.map(({ messageId, at, direction }) => said(messageId, at, direction)).sort(),
      )
    }
  })

  test('shows the team’s notes to the team, and a member’s mails to that member alone', async () => {
    const personId = await idOf(ilse.address)
    await ask('conversations.note', { personId, kind: 'meeting', text: 'Walked the dike.' })
    const other = await addMember(the.house, the.owner, 'rep')
    const { items } = await ask<{ items: Entry[] }>('conversations.timeline', { personId }, other)
    expect(items).toMatchObject([{ type: 'meeting', text: 'Walked the dike.' }])
  })
})

describe('The sums of a mailbox', () => {
  test('come out for the whole and for each folder, and are what lies there', async () => {
    const { items, addsUp, sentence } = await ask<{
      items: {
        id: string
        name: string
        sum: { found: number; stored: number; duplicates: number; unreadable: number; messages: number }
      }[]
      addsUp: boolean
      sentence: string
    }>('conversations.mailboxes')
    expect(addsUp).toBe(true)
    expect(sentence).toMatch(/adds? up\.$/)
    const sample = items.find(({ name }) => name === 'Sample world')
    const mails = sampleMails(sampleNow)
    expect(sample?.sum).toMatchObject({
      found: mails.length,
      stored: mails.length,
      duplicates: 0,
      unreadable: 0,
      messages: mails.length,
    })
    const box = await ask<{
      folders: { name: string; found: number; stored: number; duplicates: number; messages: number }[]
      imports: { found: number; state: string }[]
    }>('conversations.mailbox', { mailboxId: sample?.id })
    const counted = Map.groupBy(mails, ({ folder }) => folder)
    expect(box.folders.map(({ name, found, messages }) => [name, found, messages]).sort()).toEqual(
      [...counted].map(([name, of]) => [name, of.length, of.length]).sort(),
    )
    expect(box.imports).toMatchObject([{ found: mails.length, state: 'done' }])
  })
})
