import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { catalogue } from '../src/catalogue.ts'
import { roles } from '../src/platform/actor.ts'
import type { Operation } from '../src/platform/area.ts'
import { anyMember } from '../src/platform/may.ts'
import { newId } from '../src/platform/new-id.ts'
import { notFound } from '../src/platform/refusal.ts'
import { addMember, addWorkspace, type TestHouse, testHouse } from './house.ts'
import { expectedRoles } from './rights/expected-roles.ts'
import { type Planted, plantedFields, plantRows } from './rights/planted-rows.ts'
import { idPlaces, sampleInput } from './rights/sample-input.ts'
import { outcomeOf, type RightsCast, tryRights } from './rights/try-rights.ts'

const at = new Date('2026-02-20T10:00:00Z')
/** `hushword` finds both; the rest tells whose it is. */
const words = { ofMember: 'hushword zqmember7f3a', ofWorkspace: 'hushword zqworkspace9c1e' }

describe('Rights', () => {
  let t: TestHouse
  let cast: RightsCast

  beforeAll(async () => {
    t = await testHouse({ name: 'rights' })
    const { house, owner } = t
    const pool = house.database.ownerPool
    const others = await Promise.all(
      roles.filter((role) => role !== 'owner').map((role) => addMember(house, owner, role)),
    )
    const other = await addMember(house, owner, 'rep', 'Another member')
    const stranger = await addWorkspace(house)
    const plain = { privateWord: 'openly', teamWord: 'together', at }
    cast = {
      house,
      actors: [owner, ...others],
      own: await plantRows(pool, { ...owner, ...plain }),
      ofMember: await plantRows(pool, { ...other, ...plain, privateWord: words.ofMember }),
      ofWorkspace: await plantRows(pool, {
        ...stranger,
        at,
        privateWord: words.ofWorkspace,
        teamWord: words.ofWorkspace,
      }),
      ofNothing: Object.fromEntries(plantedFields.map((field) => [field, newId(at.getTime())])) as Planted,
      secrets: ['zqmember7f3a', 'zqworkspace9c1e'],
    }
  })
  afterAll(() => t?.stop())

  test('Nobody reaches what is another’s or is not theirs to do, and nothing is written', async () => {
    const { breaches, calls } = await tryRights(cast, catalogue, expectedRoles)
    expect(breaches).toEqual([])
    expect(calls).toBeGreaterThan(catalogue.length * roles.length - 1)
  }, 180_000)

  test('Who may is said in the code as it is written down', () => {
    const said = Object.fromEntries(catalogue.map(({ name, may }) => [name, [...may.roles].sort()]))
    const written = Object.fromEntries(
      catalogue.map(({ name }) => [name, [...(expectedRoles[name] ?? [])].sort()]),
    )
    expect(said).toEqual(written)
  })

  test('Nothing is written down of operations that there are not', () => {
    const names = new Set(catalogue.map(({ name }) => name))
    expect(Object.keys(expectedRoles).filter((name) => !names.has(name))).toEqual([])
  })

  test.each(catalogue.filter((operation) => idPlaces(operation).length > 0))(
    'What is one’s own can be had: $name',
    async (operation) => {
      const owner = await addWorkspace(cast.house, 'One’s own')
      const member = await addMember(cast.house, owner, 'viewer')
      const ids = await plantRows(cast.house.database.ownerPool, {
        ...owner,
        privateWord: 'mine',
        teamWord: 'ours',
        at,
      })
      const outcome = await outcomeOf(
        cast.house,
        owner,
        operation,
        sampleInput(operation, { ...ids, memberId: member.memberId }),
      )
      expect(['not-found', 'not-allowed', 'invalid', 'broken'], outcome.text).not.toContain(outcome.code)
    },
  )

  test('A permission taken off an operation is caught', async () => {
    const opened = ['workspace.members', 'workspace.rename', 'conversations.mailboxes'].map((name) => ({
      ...(catalogue.find((operation) => operation.name === name) as Operation),
      may: anyMember,
    }))
    const { breaches } = await tryRights(cast, opened, expectedRoles)
    for (const { name } of opened)
      expect(breaches.filter((line) => line.startsWith(`${name} as `))).not.toEqual([])
  }, 60_000)

  test('A loader that forgets whose a record is is caught, whether it reads or writes', async () => {
    const { breaches } = await tryRights(cast, [forgetfulQuestion(), forgetfulAction()], {
      'conversations.mailbox': ['owner'],
      'workspace.endToken': ['owner'],
    })
    expect(
      breaches.filter((line) => /^conversations.mailbox as owner: a mailboxId of another member/.test(line)),
    ).not.toEqual([])
    expect(
      breaches.filter((line) =>
        /^workspace.endToken as owner: a tokenId of another member was taken/.test(line),
      ),
    ).not.toEqual([])
  })
})

/** Reads any mailbox of the workspace, whoever's it is. */
const forgetfulQuestion = (): Operation => ({
  ...shaped('conversations.mailbox', 'question', 'mailboxId'),
  run: async ({ tx }, input) => {
    const { mailboxId } = input as { mailboxId: string }
    const { rows } = await sql<{
      name: string
    }>`select name from conversations.mailbox where id = ${mailboxId}`.execute(tx)
    if (!rows[0]) throw notFound('mailbox')
    return rows[0]
  },
})

/** Ends any key of the workspace, whoever's it is. */
const forgetfulAction = (): Operation => ({
  ...shaped('workspace.endToken', 'action', 'tokenId'),
  run: async ({ tx, now }, input) => {
    const { tokenId } = input as { tokenId: string }
    const ended =
      await sql`update platform.api_key set ended_at = ${now} where id = ${tokenId} and ended_at is null`.execute(
        tx,
      )
    if (ended.numAffectedRows === 0n) throw notFound('key')
    return {}
  },
})

const shaped = (name: string, kind: Operation['kind'], field: string): Operation => ({
  name,
  kind,
  about: 'Forgets whose it is',
  route: 'GET /forgets',
  may: anyMember,
  input: z.object({ [field]: z.uuid() }),
  output: z.unknown(),
  answers: 'json',
  quiet: true,
  takesBytes: false,
  run: async () => ({}),
})
