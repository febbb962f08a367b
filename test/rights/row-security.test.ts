import type { PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSchema } from '../../db/read-schema.ts'
import type { Actor } from '../../src/platform/actor.ts'
import { addWorkspace, type TestHouse, testHouse } from '../house.ts'
import { plantRows } from './planted-rows.ts'

const at = new Date('2026-02-20T10:00:00Z')

/** The second lock, tried as the role that the application works as: whatever a query forgets, the rows stay apart. */
describe('Row-level security', () => {
  let t: TestHouse
  let ours: Actor
  let theirs: Actor
  let tables: string[] = []

  beforeAll(async () => {
    t = await testHouse({ name: 'row security' })
    const pool = t.house.database.ownerPool
    ours = t.owner
    theirs = await addWorkspace(t.house)
    for (const { workspaceId, memberId } of [ours, theirs])
      await plantRows(pool, { workspaceId, memberId, privateWord: workspaceId, teamWord: workspaceId, at })
    const client = await pool.connect()
    const { tables: all } = await readSchema(client)
    client.release()
    tables = all
      .filter(({ kind, columns }) => kind === 'table' && columns.some(({ name }) => name === 'workspace_id'))
      .filter(
        ({ schema, name }) => !['platform.owner_link', 'platform.workspace'].includes(`${schema}.${name}`),
      )
      .map(({ schema, name }) => `${schema}.${name}`)
  })
  afterAll(() => t?.stop())

  test('has a row of both workspaces in every table to keep apart', async () => {
    for (const table of tables) {
      const { rows } = await t.house.database.ownerPool.query(`select distinct workspace_id from ${table}`)
      expect(rows.length, table).toBeGreaterThanOrEqual(2)
    }
    expect(tables.length).toBeGreaterThan(25)
  })

  test('shows nothing of another workspace, in any table', async () => {
    await asApplication(ours.workspaceId, async (client) => {
      for (const table of tables) {
        const { rows } = await client.query(
          `select count(*) filter (where workspace_id = $1)::int as ours, count(*) filter (where workspace_id <> $1)::int as others from ${table}`,
          [ours.workspaceId],
        )
        expect({ table, others: rows[0].others, ours: rows[0].ours > 0 }).toEqual({
          table,
          others: 0,
          ours: true,
        })
      }
    })
  })

  test('shows nothing at all outside of a workspace', async () => {
    await asApplication(null, async (client) => {
      for (const table of [...tables, 'platform.workspace'])
        expect((await client.query(`select count(*)::int as n from ${table}`)).rows, table).toEqual([
          { n: 0 },
        ])
    })
  })

  test('lets nothing be changed, taken away or put into another workspace, in any table', async () => {
    for (const table of tables) {
      const { rows } = await t.house.database.ownerPool.query(
        `select to_jsonb(x) as row from ${table} x where workspace_id = $1 limit 1`,
        [theirs.workspaceId],
      )
      const row = JSON.stringify(rows[0].row)
      for (const [what, query, values] of [
        [
          'change',
          `update ${table} set workspace_id = workspace_id where workspace_id = $1`,
          [theirs.workspaceId],
        ],
        ['take', `delete from ${table} where workspace_id = $1`, [theirs.workspaceId]],
        [
          'put',
          `insert into ${table} overriding system value select * from jsonb_populate_record(null::${table}, $1)`,
          [row],
        ],
        ['move', `update ${table} set workspace_id = $1`, [theirs.workspaceId]],
      ] as const)
        await asApplication(ours.workspaceId, async (client) => {
          const outcome = await client.query(query, [...values]).then(
            ({ rowCount }) => rowCount ?? 0,
            // 42501: refused by a policy, or for want of the right. Nothing else will do.
            (error: { code: string }) => error.code,
          )
          expect([0, '42501'], `${what} ${table}: ${outcome}`).toContain(outcome)
        })
    }
  })

  test('keeps the workspaces themselves apart', async () => {
    await asApplication(ours.workspaceId, async (client) => {
      const { rows } = await client.query('select id from platform.workspace')
      expect(rows).toEqual([{ id: ours.workspaceId }])
      const named = await client.query(`update platform.workspace set name = 'Ours now' where id <> $1`, [
        ours.workspaceId,
      ])
      expect(named.rowCount).toBe(0)
    })
  })

  test('cannot be switched off by the application', async () => {
    for (const query of [
      'alter table people.person disable row level security',
      'drop policy workspace on people.person',
      'create policy all_of_it on people.person using (true)',
      'select * from platform.owner_link',
    ])
      await asApplication(ours.workspaceId, async (client) => {
        const refused = await client.query(query).then(
          () => 'done',
          (error: { code: string }) => error.code,
        )
        expect(refused, query).toBe('42501')
      })
  })

  /** One transaction as the application's role in a workspace's session, taken back at its end. */
  async function asApplication(
    workspaceId: string | null,
    run: (client: PoolClient) => Promise<void>,
  ): Promise<void> {
    const client = await t.house.database.pool.connect()
    try {
      await client.query('begin')
      if (workspaceId) await client.query(`select set_config('app.workspace_id', $1, true)`, [workspaceId])
      await run(client)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
})
