import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../src/platform/db/embedded/start-embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { readSchema, type SchemaShape, type TableShape } from './read-schema.ts'

/** Where the dump is kept, so that a reader sees the whole of the database without running anything. */
export const schemaFile = join(import.meta.dirname, 'schema.sql')

const note = `-- What all migrations together make, read back from PostgreSQL. Generated: npm run schema. Not run by anything.\n`

/** The schema as text that is the same for the same schema: sorted, one thing a line. */
export function schemaText({ tables, functions }: SchemaShape): string {
  const bodies = functions.map(
    (f) =>
      `function ${f.schema}.${f.name}(${f.args}) returns ${f.returns}${f.definer ? ', as its owner' : ''}${f.appMay ? ', rapport_app may' : ''}\n` +
      f.body
        .trim()
        .split('\n')
        .map((line) => `  | ${line.trim()}`)
        .join('\n'),
  )
  return `${[note, ...tables.map(tableText), ...bodies].join('\n')}\n`
}

function tableText(table: TableShape): string {
  const lines = [
    ...table.columns.map(
      (c) => `${c.name} ${c.type}${c.notNull ? ' not null' : ''}${c.default ? ` default ${c.default}` : ''}`,
    ),
    ...(table.primaryKey.length ? [`primary key (${table.primaryKey.join(', ')})`] : []),
    ...table.checks,
    ...table.foreignKeys.map((key) => key.definition),
    ...table.indexes.map((index) => index.definition),
    ...table.policies.map((policy) => `policy ${policy.name} ${policy.definition}`),
    ...table.triggers,
    ...(table.kind === 'table' ? [`row level security ${table.rowSecurity ? 'on' : 'off'}`] : []),
    `rapport_app may ${table.appMay.join(', ') || 'nothing'}`,
  ]
  const said = lines.map((line) => `  ${line.replace(/\s+/g, ' ')}`).join('\n')
  return `${table.kind} ${table.schema}.${table.name}\n${said}\n`
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-schema-'))
  const postgres = await startEmbedded({ folder, log: () => {}, durable: false })
  try {
    await migrate(postgres.connection)
    const client = new pg.Client(postgres.connection)
    await client.connect()
    writeFileSync(schemaFile, schemaText(await readSchema(client)))
    await client.end()
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
