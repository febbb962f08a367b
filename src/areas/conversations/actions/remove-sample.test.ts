import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleHouse, sampleNow } from '../../../../test/cast/sample-house.ts'
import { ilse } from '../../../../test/cast/world.ts'
import { addWorkspace, doIt, type TestHouse } from '../../../../test/house.ts'
import { settleJobs } from '../../../platform/jobs/run-jobs.ts'

/** What may remain of a sample world that was opened and taken out: that it happened. The owner's link is the workspace's. */
const remains = ['platform.action', 'platform.fact', 'platform.journal', 'platform.owner_link']

let the: TestHouse
beforeAll(async () => {
  the = await sampleHouse('remove')
}, 240_000)
afterAll(() => the?.stop())

/** Rows of a workspace in every tenant table. */
async function counts(workspaceId: string): Promise<Record<string, number>> {
  const { ownerPool } = the.house.database
  const { rows } = await ownerPool.query<{ tab: string }>(
    `select n.nspname || '.' || c.relname as tab from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
      join pg_namespace n on n.oid = c.relnamespace where a.attname = 'workspace_id' and n.nspname not in ('pg_catalog', 'graphile_worker') order by 1`,
  )
  const found: Record<string, number> = {}
  for (const { tab } of rows) {
    const { rows: n } = await ownerPool.query<{ n: number }>(
      `select count(*)::int as n from ${tab} where workspace_id = $1`,
      [workspaceId],
    )
    found[tab] = n[0]?.n ?? 0
  }
  return found
}

describe('The sample world', () => {
  test('is taken out whole: every table is as in a workspace that never opened it, but for the history', async () => {
    const empty = await addWorkspace(the.house)
    const before = await counts(the.owner.workspaceId)
    expect(before['conversations.message']).toBeGreaterThan(2000)
    expect(before['relationships.standing']).toBeGreaterThan(100)
    await doIt(the.house, the.owner, 'conversations.removeSample')
    await settleJobs(the.house)
    const after = await counts(the.owner.workspaceId)
    const never = await counts(empty.workspaceId)
    for (const table of Object.keys(never))
      if (!remains.includes(table)) expect(after[table], table).toBe(never[table])
    const today = await doIt<{
      items: { kind: string; subject: { id: string } }[]
      hasMail: boolean
      hasSample: boolean
    }>(the.house, the.owner, 'today.list')
    expect(today).toMatchObject({
      hasMail: false,
      hasSample: false,
      items: [{ kind: 'kit', subject: { id: 'mailbox' } }],
    })
    await expect(doIt(the.house, the.owner, 'conversations.removeSample')).rejects.toMatchObject({
      code: 'conflict',
    })
  }, 120_000)

  test('keeps whom a member worked on, when it is taken out', async () => {
    const other = await sampleHouse('kept')
    try {
      const { people } = await doIt<{ people: { id: string }[] }>(other.house, other.owner, 'lists.search', {
        q: ilse.address,
      })
      const personId = people[0]?.id
      other.clock.set(sampleNow)
      await doIt(other.house, other.owner, 'people.edit', { personId, title: 'Met at the fair' })
      await doIt(other.house, other.owner, 'conversations.removeSample')
      await settleJobs(other.house)
      expect(await doIt(other.house, other.owner, 'people.get', { personId })).toMatchObject({
        title: 'Met at the fair',
      })
      expect((await doIt<{ items: unknown[] }>(other.house, other.owner, 'people.list')).items).toHaveLength(
        1,
      )
    } finally {
      await other.stop()
    }
  }, 120_000)
})
