import { once } from 'node:events'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHouse, testHouse } from '../house.ts'
import { importPaths } from './import-house.ts'

const megabyte = 1024 * 1024
/** The synthetic mailbox: mails of about 40 kB, as today's are with their HTML. */
const mails = 7500

let h: TestHouse
let folder: string

beforeAll(async () => {
  h = await testHouse({ name: 'import_memory' })
  folder = mkdtempSync(join(tmpdir(), 'rapport-memory-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await h.stop()
})

/** A mailbox of different mails, a thousand writers among them. */
async function writeMailbox(path: string): Promise<void> {
  const file = createWriteStream(path)
  const filler =
    'A line that says little, and is as long as such lines are in mails that people send.\n'.repeat(460)
  for (let n = 0; n < mails; n++) {
    const at = new Date(Date.UTC(2020, 0, 1) + n * 3_600_000)
    const who = `writer${n % 1000}`
    const mail = `From ${who}@firm${n % 50}.example ${at.toUTCString()}\nFrom: Writer Number${n % 1000} <${who}@firm${n % 50}.example>\nTo: me@own.example\nSubject: Matter ${n} of the day\nDate: ${at.toUTCString()}\nMessage-ID: <${n}@firm.example>\n\nCould you look at number ${n}?\n${filler}\n`
    if (!file.write(mail)) await once(file, 'drain')
  }
  file.end()
  await finished(file)
}

test('a mailbox of 300 MB is read in memory that does not grow with it', async () => {
  const path = join(folder, 'large.mbox')
  await writeMailbox(path)
  global.gc?.()
  const before = process.memoryUsage()
  let most = before
  const timer = setInterval(() => {
    const now = process.memoryUsage()
    if (now.rss > most.rss) most = now
  }, 100)
  const all = await importPaths(h.house, h.owner, [path], ['me@own.example'])
  clearInterval(timer)
  expect(all).toMatchObject({ state: 'done', found: mails, stored: mails })
  const grown = Math.round((most.rss - before.rss) / megabyte)
  console.log(
    `import-memory: RSS ${Math.round(before.rss / megabyte)} MB before, ${Math.round(most.rss / megabyte)} MB at most (${grown} more), of it heap ${Math.round(most.heapUsed / megabyte)} MB, ${all.found} mails`,
  )
  expect(most.rss / megabyte).toBeLessThan(900)
  expect(grown).toBeLessThan(500)
}, 300_000)
