import { startEmbedded } from '../../src/platform/db/embedded/start-embedded.ts'
import { gracefulExit } from '../../src/platform/process/graceful-exit.ts'

// A program that only holds the embedded database of a folder: says in one JSON line how it got it, ends by a signal.
// Words: folder, lifetime.
const way = gracefulExit({ log: (line) => console.error(line) })
const [folder = '', lifetime] = process.argv.slice(2)
try {
  const postgres = await startEmbedded({
    folder,
    log: (line) => console.error(line),
    lifetime: lifetime === 'last-user' ? 'last-user' : 'this-process',
  })
  way.atExit('PostgreSQL', postgres.stop)
  postgres.lost.then((why) => way.exit(3, why))
  process.stdout.write(`${JSON.stringify({ ...postgres, pid: process.pid })}\n`)
  setInterval(() => {}, 1_000_000)
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
