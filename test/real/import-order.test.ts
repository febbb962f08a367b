import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addWorkspace, type TestHouse, testHouse } from '../house.ts'
import { allFigures, differences } from './all-figures.ts'
import { data, importPaths } from './import-house.ts'

let h: TestHouse

beforeAll(async () => {
  h = await testHouse({ name: 'import_order' })
})
afterAll(() => h.stop())

test('figures hang on the mails alone: folders read one by one, from the last to the first, give what all at once gives', async () => {
  const me = ['jonathan.mckay@enron.com']
  const folders = ['sent_items', 'inbox', 'deleted_items', 'personal', 'quotes', 'enron', 'retail']
  const paths = folders.map((name) => join(data, 'enron-mckay-j/mbox', `${name}.mbox.gz`))
  const one = await addWorkspace(h.house, 'At once')
  const other = await addWorkspace(h.house, 'One by one')
  await importPaths(h.house, one, paths, me)
  for (const path of paths.toReversed()) await importPaths(h.house, other, [path], me)
  const [a, b] = [
    await allFigures(h.house.database.ownerPool, one.workspaceId),
    await allFigures(h.house.database.ownerPool, other.workspaceId),
  ]
  const byMember = JSON.parse(JSON.stringify(b).replaceAll(other.memberId, one.memberId))
  expect(differences(a, byMember)).toEqual({})
}, 120_000)
