import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schemaFile, schemaText } from '../../db/dump-schema.ts'
import { readSchema, type SchemaShape } from '../../db/read-schema.ts'
import { type FreshDatabase, freshDatabase } from '../database.ts'
import {
  appRoleRule,
  definerRule,
  downwardRule,
  journalRule,
  rowSecurityRule,
  tenantRule,
  untenantedRule,
  viewRule,
} from './database-rules.ts'
import type { Breach } from './source.ts'

/** Each rule as a sentence, the rule, and statements that break it: each is tried alone, and taken back. */
const rules: [sentence: string, rule: (schema: SchemaShape) => Breach[], breaches: string[]][] = [
  [
    'Each row says whose it is, first in every key and index',
    tenantRule,
    [
      'create table people.pet (id uuid primary key)',
      'create table people.pet (id uuid, workspace_id uuid, primary key (id, workspace_id))',
      'create index on people.person (created_at)',
      'alter table platform.member add unique (id, workspace_id)',
      'create table people.pet (workspace_id uuid, id uuid, note uuid, note_of uuid, primary key (workspace_id, id), foreign key (note, note_of) references people.person)',
    ],
  ],
  [
    'Row-level security is on wherever a workspace’s rows are',
    rowSecurityRule,
    [
      'alter table people.person disable row level security',
      'drop policy workspace on people.person',
      'create policy everybody on people.person using (true)',
      'create table people.pet (workspace_id uuid primary key)',
    ],
  ],
  [
    'What belongs to no workspace is out of the application’s reach',
    untenantedRule,
    ['grant select on platform.worker to rapport_app'],
  ],
  [
    'A view shows only what whoever asks may see',
    viewRule,
    ['create view people.everybody as select * from people.person'],
  ],
  [
    'Foreign keys point down',
    downwardRule,
    [
      'alter table people.person add foreign key (workspace_id, id) references conversations.thread (workspace_id, id)',
      'alter table platform.member add foreign key (workspace_id, id) references people.person (workspace_id, id)',
    ],
  ],
  [
    'The application’s role passes nothing by and owns nothing',
    appRoleRule,
    [
      'alter role rapport_app bypassrls',
      'alter role rapport_app superuser',
      'alter role rapport_app login',
      'grant rapport_owner to rapport_app',
      'grant create on schema people to rapport_app; alter table people.person owner to rapport_app',
    ],
  ],
  [
    'What runs as its owner is closed to others',
    definerRule,
    [
      "create function people.count_all() returns bigint language sql security definer as 'select count(*) from people.person'; revoke all on function people.count_all() from public",
      "create function people.count_all() returns bigint language sql security definer set search_path = people as 'select count(*) from person'",
    ],
  ],
  [
    'The application can’t write past the journal',
    journalRule,
    ['grant insert on platform.journal to rapport_app', 'grant truncate on people.person to rapport_app'],
  ],
]

describe('The database, as the migrations make it', () => {
  let database: FreshDatabase
  let client: pg.Client
  let schema: SchemaShape
  beforeAll(async () => {
    database = await freshDatabase('house rules')
    client = new pg.Client(database.connection)
    await client.connect()
    schema = await readSchema(client)
  })
  afterAll(async () => {
    await client?.end()
    await database?.drop()
  })

  for (const [sentence, rule, breaches] of rules) {
    test(sentence, () => {
      expect(rule(schema).map(({ path, why }) => `${path}: ${why}`)).toEqual([])
    })
    test.each(breaches)(`${sentence}: a breach is caught (%s)`, async (statement) => {
      await client.query('begin')
      try {
        await client.query(statement)
        const before = new Set(rule(schema).map(({ path, why }) => path + why))
        expect(rule(await readSchema(client)).filter(({ path, why }) => !before.has(path + why))).not.toEqual(
          [],
        )
      } finally {
        await client.query('rollback')
      }
    })
  }

  test('db/schema.sql is what the migrations make (npm run schema writes it anew)', () => {
    expect(schemaText(schema)).toBe(readFileSync(schemaFile, 'utf8'))
  })
})
