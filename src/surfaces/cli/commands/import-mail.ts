import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { settleJobs } from '../../../platform/jobs/run-jobs.ts'
import { Refusal, unavailable } from '../../../platform/refusal.ts'
import { type Command, WrongWords } from '../command.ts'
import type { OpenHouse } from '../open-house.ts'
import type { Output } from '../output.ts'
import { performByName } from '../perform-by-name.ts'

/** What the question about an import answers, as far as it is used here. */
interface Import {
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

/** Reads mail files of this machine into a mailbox: goes on where an interrupted reading of the same files stopped. */
export const importMail: Command = {
  options: { me: true, name: true },
  takes: [1, 1000],
  async run({ words, flags, open, out, life }) {
    const me = String(flags.me ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean)
    if (me.length === 0 || me.some((address) => !/^[^\s@]+@[^\s@]+$/.test(address)))
      throw new WrongWords('Say whose mail it is: --me ADDRESS, or several with commas between.')
    const opened = await open()
    const { importId } = await performByName<{ importId: string }>(opened, 'conversations.importPaths', {
      paths: words.map((path) => resolve(path)),
      me,
      ...(typeof flags.name === 'string' ? { mailboxName: flags.name } : {}),
    })
    const stopped = new AbortController()
    const reading = readThrough(opened, importId, out, stopped.signal)
    let settled = false
    life.atExit('the import', async () => {
      if (settled) return
      stopped.abort()
      await reading.catch(() => {})
      out.say('Stopped. What was read is kept: the same command goes on from here.')
    })
    const import_ = await reading.finally(() => {
      // A signal's end has its own words; ours come only when the reading came to its own end.
      settled = !stopped.signal.aborted
    })
    if (stopped.signal.aborted) return 1
    if (import_.state !== 'done')
      throw import_.error
        ? unavailable(
            `The import failed: ${import_.error}`,
            'What was read is kept; the same command goes on from here.',
          )
        : new Refusal('conflict', `The import was ${import_.state}.`, {
            help: 'The same command goes on from here.',
          })
    out.answer(documentOf(import_), () => inWords(import_, importId))
    return 0
  },
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

const duration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.round(seconds / 60)} min`

/** The document that scripts rely on: found = stored + duplicates + all skipped. */
const documentOf = ({
  found,
  stored,
  duplicates,
  skipped,
  people,
  companies,
  threads,
  seconds = 0,
}: Import) => ({
  found,
  stored,
  duplicates,
  skipped,
  people,
  companies,
  threads,
  seconds: Math.round(seconds * 10) / 10,
})

function inWords(import_: Import, importId: string): string[] {
  const { found, stored, duplicates, skipped, people, companies, threads, seconds = 0 } = documentOf(import_)
  const left = Object.entries(skipped).map(([reason, count]) => `${count} ${reason}`)
  return [
    `${found} mails found in ${duration(seconds)}: ${[`${stored} stored`, `${duplicates} here already`, ...left].join(', ')}.`,
    `${threads} threads, ${people} people, ${companies} companies.`,
    `What to do with them: rapport today. To take it all back: rapport undo ${importId}`,
  ]
}
