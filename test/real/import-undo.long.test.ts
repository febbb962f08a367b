import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/platform/actor.ts'
import { settleJobs } from '../../src/platform/jobs/run-jobs.ts'
import { addWorkspace, doIt, type TestHouse, testHouse } from '../house.ts'
import { allFigures, differences } from './all-figures.ts'
import { data, importPaths } from './import-house.ts'

const me = ['phillip.allen@enron.com', 'k..allen@enron.com']
const box = (name: string) => join(data, `enron-allen-p/mbox/${name}.mbox.gz`)

let h: TestHouse

beforeAll(async () => {
  h = await testHouse({ name: 'import_undo' })
})
afterAll(() => h.stop())

const figures = async (actor: Actor) =>
  JSON.parse(
    JSON.stringify(await allFigures(h.house.database.ownerPool, actor.workspaceId)).replaceAll(
      actor.memberId,
      'me',
    ),
  )
const undo = async (actor: Actor, importId: string) => {
  const said = await doIt<{ messages: number; people: number; peopleKept: number }>(
    h.house,
    actor,
    'conversations.undoImport',
    { importId },
  )
  await settleJobs(h.house)
  return said
}
const rows = async (actor: Actor, table: string) =>
  Number(
    (
      await h.house.database.ownerPool.query(`select count(*) from ${table} where workspace_id = $1`, [
        actor.workspaceId,
      ])
    ).rows[0].count,
  )

const derived = [
  'conversations.message',
  'conversations.message_text',
  'conversations.message_source',
  'conversations.message_party',
  'conversations.message_copy',
  'conversations.thread',
  'conversations.thread_anchor',
  'conversations.thread_clue',
  'conversations.thread_state',
  'conversations.unreadable',
  'people.person',
  'people.address',
  'people.company',
  'people.domain',
  'relationships.relation',
  'relationships.standing',
  'relationships.stale',
]

test('an import that is taken back leaves nothing, and read again gives what it gave at first', async () => {
  const actor = await addWorkspace(h.house)
  const first = await importPaths(h.house, actor, [box('sent_items'), box('inbox')], me)
  const before = await figures(actor)
  expect(await undo(actor, first.id)).toMatchObject({ messages: first.stored, peopleKept: 0 })
  const left: Record<string, number> = {}
  for (const table of derived) left[table] = await rows(actor, table)
  expect(left).toEqual(Object.fromEntries(derived.map((table) => [table, 0])))
  const again = await importPaths(h.house, actor, [box('sent_items'), box('inbox')], me)
  expect(again).toMatchObject({ stored: first.stored, people: first.people, threads: first.threads })
  expect(differences(before, await figures(actor))).toEqual({})
})

test('of two imports that overlap, taking the first back leaves what the second alone brings, and the second then nothing', async () => {
  const [both, alone] = [await addWorkspace(h.house), await addWorkspace(h.house)]
  const a = await importPaths(h.house, both, [box('discussion_threads')], me)
  const b = await importPaths(h.house, both, [box('_sent_mail'), box('inbox')], me)
  expect(b.duplicates).toBeGreaterThan(100)
  await undo(both, a.id)
  await importPaths(h.house, alone, [box('_sent_mail'), box('inbox')], me)
  expect(differences(await figures(alone), await figures(both))).toEqual({})
  await undo(both, b.id)
  for (const table of derived) expect([table, await rows(both, table)]).toEqual([table, 0])
})

test('the same folder imported twice stays whole when one of the two is taken back', async () => {
  const actor = await addWorkspace(h.house)
  const a = await importPaths(h.house, actor, [box('inbox')], me)
  const before = await figures(actor)
  const b = await importPaths(h.house, actor, [box('inbox')], me)
  expect(b).toMatchObject({ stored: 0, duplicates: a.found })
  await undo(actor, a.id)
  expect(differences(before, await figures(actor))).toEqual({})
})

test('people whom a member renamed, noted something of or sorted stay, and how many is said', async () => {
  const actor = await addWorkspace(h.house)
  const all = await importPaths(h.house, actor, [box('inbox')], me)
  const { rows: people } = await h.house.database.ownerPool.query<{ id: string }>(
    'select id from people.person where workspace_id = $1 order by id limit 4',
    [actor.workspaceId],
  )
  const [renamed, noted, sorted, takenBack] = people.map((each) => each.id)
  await doIt(h.house, actor, 'people.edit', { personId: renamed, name: 'Somebody Renamed' })
  await doIt(h.house, actor, 'conversations.note', { personId: noted, text: 'likes sailing' })
  await doIt(h.house, actor, 'relationships.setRelation', { personId: sorted, relation: 'customer' })
  const { actionId } = await doIt<{ actionId: string }>(h.house, actor, 'people.edit', {
    personId: takenBack,
    name: 'Not For Long',
  })
  await doIt(h.house, actor, 'workspace.undo', { actionId })
  const said = await undo(actor, all.id)
  expect(said).toMatchObject({ people: all.people - 3, peopleKept: 3 })
  const { rows: left } = await h.house.database.ownerPool.query<{ id: string }>(
    'select id from people.person where workspace_id = $1',
    [actor.workspaceId],
  )
  expect(left.map((each) => each.id).sort()).toEqual([renamed, noted, sorted].sort())
  expect(await rows(actor, 'conversations.activity')).toBe(1)
})

test('an import that is being read, or was taken back, is not taken back', async () => {
  const actor = await addWorkspace(h.house)
  const all = await importPaths(h.house, actor, [box('contacts')], me)
  await undo(actor, all.id)
  await expect(undo(actor, all.id)).rejects.toThrow('taken back already')
})
