import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FreshDatabase, freshDatabase } from './database.ts'

let one: FreshDatabase
let other: FreshDatabase

beforeAll(async () => {
  one = await freshDatabase('one')
  other = await freshDatabase('Other: §§')
})
afterAll(async () => {
  await one.drop()
  await other.drop()
})

async function ask(database: FreshDatabase, question: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(database.connection)
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}

test('a test’s database is migrated, and no other test sees what is written to it', async () => {
  expect(await ask(one, 'select count(*)::int > 0 as migrated from rapport.migration')).toEqual([
    { migrated: true },
  ])
  await ask(one, 'create table only_here ()')
  expect(await ask(other, "select to_regclass('only_here') as found")).toEqual([{ found: null }])
})

test('the application’s role may make temporary tables in it', async () => {
  await ask(other, 'set role rapport_app; create temporary table bulk (id int)')
})
