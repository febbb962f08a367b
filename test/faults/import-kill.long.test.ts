import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmbedded } from '../../src/platform/db/embedded/start-embedded.ts'
import { type AllFigures, allFigures, differences } from '../real/all-figures.ts'
import { data } from '../real/import-house.ts'
import { cleanEnvironment, mainFile } from '../surfaces/run-rapport.ts'
import { postmaster, processesIn, until } from './database-holder.ts'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
console.log(`import-kill: SEED=${seed}`)

/** Numbers from 0 to 1 that a seed decides (mulberry32). */
function numbers(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
const random = numbers(seed)

const mailbox = join(data, 'enron-allen-p/mbox')
const folders: string[] = []
let whole: { figures: AllFigures; counts: Record<string, unknown>; took: number }

const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-kill-'))
  folders.push(folder)
  return folder
}

/** Begins the command as a process of its own; `ended` with its status and what it printed. */
function importInto(folder: string) {
  const words = ['import', 'mail', mailbox, '--me', 'phillip.allen@enron.com,k..allen@enron.com', '--json']
  const child = spawn(process.execPath, [mainFile, ...words, '--data', folder], { env: cleanEnvironment() })
  let out = ''
  let err = ''
  child.stdout.on('data', (part) => {
    out += part
  })
  child.stderr.on('data', (part) => {
    err += part
  })
  const ended = new Promise<{ status: number | null; out: string; err: string }>((settle) =>
    child.on('close', (status) => settle({ status, out, err })),
  )
  return { child, ended }
}

async function importToTheEnd(folder: string): Promise<Record<string, unknown>> {
  const { status, out, err } = await importInto(folder).ended
  expect(status, err).toBe(0)
  return JSON.parse(out)
}

async function look(folder: string): Promise<{ figures: AllFigures; counts: Record<string, unknown> }> {
  const postgres = await startEmbedded({ folder, log: () => {}, lifetime: 'last-user' })
  const client = new pg.Client(postgres.connection)
  await client.connect()
  try {
    const { rows } = await client.query('select id from platform.workspace')
    const members = await client.query('select id from platform.member')
    const figures = await allFigures(client as unknown as pg.Pool, rows[0].id)
    const counts = await client.query(
      `select found, stored, duplicates, skipped, people, companies, threads from conversations.mail_import where state = 'done' order by id limit 1`,
    )
    return {
      figures: JSON.parse(JSON.stringify(figures).replaceAll(members.rows[0].id, 'me')),
      counts: counts.rows[0],
    }
  } finally {
    await client.end()
    await postgres.stop()
  }
}

beforeAll(async () => {
  const folder = newFolder()
  const began = performance.now()
  await importToTheEnd(folder)
  const took = performance.now() - began
  whole = { ...(await look(folder)), took }
})
afterAll(async () => {
  for (const folder of folders) {
    await until('every PostgreSQL gone', () => processesIn(folder).length === 0)
    rmSync(folder, { recursive: true, force: true })
  }
})

describe('an import that is killed with -9 three times and run again', () => {
  test.each([
    ['the program alone', false],
    ['the program and its PostgreSQL', true],
  ])(
    '(%s) makes of the mails what an undisturbed one does',
    async (_, both) => {
      const folder = newFolder()
      let kills = 0
      for (let round = 0; round < 3; round++) {
        const moment = whole.took * (0.15 + 0.75 * random())
        const { child, ended } = importInto(folder)
        const first = await Promise.race([ended, wait(moment).then(() => null)])
        if (first) {
          expect(first.status, first.err).toBe(0)
          continue
        }
        if (both)
          try {
            process.kill(postmaster(folder), 'SIGKILL')
          } catch {
            // not started yet
          }
        child.kill('SIGKILL')
        await ended
        kills++
      }
      const last = await importToTheEnd(folder)
      const { figures, counts } = await look(folder)
      console.log(`import-kill: killed ${kills} times; the last run said ${JSON.stringify(last)}`)
      expect(kills).toBeGreaterThan(0)
      expect(counts).toEqual(whole.counts)
      expect(differences(whole.figures, figures)).toEqual({})
    },
    300_000,
  )
})
