import { randomBytes } from 'node:crypto'
import { request } from 'node:http'
import pg from 'pg'
import { inject } from 'vitest'
import { TEMPLATE } from './postgres-for-tests.ts'

export type FreshDatabase = {
  /** For `connect()` or a `pg.Client` of the test's own; the superuser's. */
  connection: { host: string; port: number; user: string; database: string }
  drop(): Promise<void>
}

/**
 * A migrated, empty database of a test file's own, copied from this run's template. Call it in `beforeAll`, and its
 * `drop` in `afterAll`. `name` only helps whoever reads the server's log. `template`: what it is a copy of, where a test
 * wants more than an empty one.
 */
export async function freshDatabase(name = 'test', template = TEMPLATE): Promise<FreshDatabase> {
  const server = await serverOfThisRun()
  const database = `${name.replace(/[^a-z0-9]+/gi, '_').toLowerCase()}_${randomBytes(5).toString('hex')}`
  // What a copy doesn't bring: the rights on the database itself (db/setup.sql).
  await asSuperuser(server, [
    `create database ${database} template ${template}`,
    `grant create, temporary on database ${database} to rapport_owner`,
    `grant temporary on database ${database} to rapport_app`,
  ])
  return {
    connection: { ...server, database },
    drop: () => asSuperuser(server, [`drop database if exists ${database} with (force)`]),
  }
}

/**
 * A database that is filled once a run, whichever test file asks first, and then copied: its name, for `freshDatabase`.
 * `fill` gets the database to work on and must have closed every connection to it when it returns.
 */
export async function templateOnce(
  name: string,
  fill: (connection: FreshDatabase['connection']) => Promise<void>,
): Promise<string> {
  const server = await serverOfThisRun()
  const client = new pg.Client({ ...server, database: 'postgres' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(727300, hashtext($1))', [name])
    const { rows } = await client.query('select from pg_database where datname = $1', [name])
    if (rows.length > 0) return name
    const filling = await freshDatabase(name)
    await fill(filling.connection)
    await client.query(`alter database ${filling.connection.database} rename to ${name}`)
    return name
  } finally {
    await client.end()
  }
}

async function asSuperuser(server: FreshDatabase['connection'], statements: string[]): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function serverOfThisRun(): Promise<FreshDatabase['connection']> {
  return new Promise((settle, fail) => {
    const question = request({ socketPath: inject('postgresDoor'), path: '/' }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        text += part
      })
      answer.on('end', () => (answer.statusCode === 200 ? settle(JSON.parse(text)) : fail(new Error(text))))
    })
    question.on('error', fail)
    question.end()
  })
}
