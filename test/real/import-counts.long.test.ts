import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../src/platform/actor.ts'
import { addWorkspace, doIt, type TestHouse, testHouse } from '../house.ts'
import { allFigures, differences } from './all-figures.ts'
import { data, type Figures, importPaths, skippedOf } from './import-house.ts'

interface Folder {
  name: string
  found: number
  stored: number
  duplicates: number
  skipped: Record<string, number>
  messages: number
}

let h: TestHouse

beforeAll(async () => {
  h = await testHouse({ name: 'import_counts' })
})
afterAll(() => h.stop())

const figures = (actor: Actor) => allFigures(h.house.database.ownerPool, actor.workspaceId)
const foldersOf = async (actor: Actor, mailboxId: string) =>
  (await doIt<{ folders: Folder[] }>(h.house, actor, 'conversations.mailbox', { mailboxId })).folders

/** The sums hold: of the import, and of its folders together. */
async function expectToAddUp(actor: Actor, all: Figures): Promise<void> {
  expect(all.found).toBe(all.stored + all.duplicates + skippedOf(all))
  const sum = { found: 0, stored: 0, duplicates: 0, skipped: 0 }
  for (const folder of await foldersOf(actor, all.mailboxId)) {
    expect(folder.found).toBe(folder.stored + folder.duplicates + skippedOf(folder))
    sum.found += folder.found
    sum.stored += folder.stored
    sum.duplicates += folder.duplicates
    sum.skipped += skippedOf(folder)
  }
  expect(sum).toEqual({
    found: all.found,
    stored: all.stored,
    duplicates: all.duplicates,
    skipped: skippedOf(all),
  })
}

// The contents of allen-p and delainey are 1 and 3 more than their README says: see reading-counts.test.ts.
test.each([
  ['enron-allen-p/mbox', 3010, 1387, ['phillip.allen@enron.com', 'k..allen@enron.com']],
  ['enron-delainey-d/mbox', 3559, 999, ['david.delainey@enron.com', 'w..delainey@enron.com']],
  ['enron-lay-k-inbox/mbox', 1356, 1356, ['kenneth.lay@enron.com']],
  ['enron-mcconnell-m/mbox', 4512, 1827, ['mike.mcconnell@enron.com']],
  ['enron-mckay-j/mbox', 991, 982, ['jonathan.mckay@enron.com']],
  ['list-r-package-devel/pipermail', 3513, 3513, ['nobody@example.org']],
  ['maildir-notmuch', 311, 261, ['nobody@example.org']],
  ['mail-spamassassin', 3240, 3234, ['nobody@example.org']],
])(
  '%s holds %i mails, %i of them different; a second run stores none and changes no figure',
  async (path, found, stored, me) => {
    const actor = await addWorkspace(h.house, path)
    const first = await importPaths(h.house, actor, [join(data, path)], me)
    expect(first).toMatchObject({ state: 'done', found, stored, skipped: {} })
    await expectToAddUp(actor, first)
    const before = await figures(actor)
    const again = await importPaths(h.house, actor, [join(data, path)], me, 'once more')
    expect(again).toMatchObject({
      state: 'done',
      found,
      stored: 0,
      duplicates: found,
      people: 0,
      companies: 0,
    })
    await expectToAddUp(actor, again)
    expect(differences(before, await figures(actor))).toEqual({})
  },
  240_000,
)

test('the folders of the Maildir corpus hold as many mails as its README counts', async () => {
  const actor = await addWorkspace(h.house, 'Maildir')
  const all = await importPaths(h.house, actor, [join(data, 'maildir-notmuch')], ['nobody@example.org'])
  const folders = await foldersOf(actor, all.mailboxId)
  const count = (name: string) =>
    folders.filter((each) => each.name.split('/')[0] === name).reduce((sum, each) => sum + each.found, 0)
  const names = ['default', 'lkml', 'duplicate', 'threading', 'broken', 'protected-headers']
  expect(names.map(count)).toEqual([53, 210, 9, 12, 4, 19])
  expect(count('html') + count('indexing')).toBe(4)
})

test('the corpus of nasty mails is read whole: what is no mail is named with why', async () => {
  const actor = await addWorkspace(h.house, 'Nasty')
  const all = await importPaths(h.house, actor, [join(data, 'eml-nasty')], ['nobody@example.org'])
  await expectToAddUp(actor, all)
  expect(all).toMatchObject({ state: 'done', found: 471, skipped: {} })
  expect(all.passedOver[0]).toEqual({ path: 'eml-nasty/README.md', reason: 'not a mail file' })
})
