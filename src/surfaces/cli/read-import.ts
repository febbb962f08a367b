import { setTimeout as wait } from 'node:timers/promises'
import { settleJobs } from '../../platform/jobs/run-jobs.ts'
import { Refusal, unavailable } from '../../platform/refusal.ts'
import type { Call } from './command.ts'
import { duration } from './duration.ts'
import type { OpenHouse } from './open-house.ts'
import type { Output } from './output.ts'
import { performByName } from './perform-by-name.ts'

/** What the question about an import answers, as far as it is used here. */
export interface Import {
  state: string
  found: number
  stored: number
  duplicates: number
  skipped: Record<string, number>
  people: number
  companies: number
  threads: number
  seconds?: number
  bytesTotal?: number
  bytesRead?: number
  rate?: number | null
  secondsLeft?: number | null
  error: string | null
}

/**
 * Reads an import to its end in this process, with its progress on standard error. Null where a signal stopped it: what
 * was read is kept, and that is said. One that failed or was cancelled is a refusal.
 */
export async function readImport(
  { life, out }: Call,
  opened: OpenHouse,
  importId: string,
): Promise<Import | null> {
  const stopped = new AbortController()
  let over = false
  const reading = readThrough(opened, importId, out, stopped.signal).finally(() => {
    over = true
  })
  life.atExit('the import', async () => {
    if (over) return
    stopped.abort()
    out.say('What was read is kept: the same command goes on from here.')
    await reading.catch(() => {})
  })
  const import_ = await reading
  if (stopped.signal.aborted) return null
  if (import_.state === 'done') return import_
  throw import_.error
    ? unavailable(
        `The import failed: ${import_.error}`,
        'What was read is kept; the same command goes on from here.',
      )
    : new Refusal('conflict', `The import was ${import_.state}.`, {
        help: 'The same command goes on from here.',
      })
}

/** Reads in this process, or watches where another does, until it is over; then does what was put off for after. */
async function readThrough(
  opened: OpenHouse,
  importId: string,
  out: Output,
  signal: AbortSignal,
): Promise<Import> {
  const { house, actor } = opened
  const work = house.works.get('conversations.readImport')
  if (!work) throw unavailable('This Rapport cannot read mail files.')
  const look = () => performByName<Import>(opened, 'conversations.import', { importId })
  let over = false
  const watching = (async () => {
    while (!over && !signal.aborted) {
      await wait(500)
      if (!over && !signal.aborted) out.progress(progressOf(await look()))
    }
  })().catch(() => {})
  try {
    let import_: Import
    do {
      await work.run(house, actor, { importId }, signal)
      import_ = await look()
      // Another process holds it: let it read, and look again.
      if (['waiting', 'reading'].includes(import_.state) && !signal.aborted) await wait(1000)
    } while (['waiting', 'reading'].includes(import_.state) && !signal.aborted)
  } finally {
    over = true
    await watching
  }
  if (!signal.aborted) await settleJobs(house)
  return look()
}

function progressOf({ found, stored, bytesRead = 0, bytesTotal = 0, rate, secondsLeft }: Import): string {
  const share = bytesTotal > 0 ? `, ${Math.floor((Number(bytesRead) / Number(bytesTotal)) * 100)} %` : ''
  const pace = rate ? `, ${Math.round(rate)} a second` : ''
  const left = secondsLeft ? `, ${duration(secondsLeft)} left` : ''
  return `${found} mails read, ${stored} stored${share}${pace}${left}`
}
