import { z } from 'zod'
import { id, time } from '../../../platform/shapes.ts'
import type { ImportRow } from '../import/import-row.ts'

/** An import as every surface shows it. found = stored + duplicates + all skipped, at every moment. */
export const importFigures = z.object({
  id,
  mailboxId: id,
  state: z.enum(['waiting', 'reading', 'stopped', 'cancelled', 'done', 'failed', 'undone']),
  found: z.number(),
  stored: z.number(),
  duplicates: z.number(),
  skipped: z.record(z.string(), z.number()),
  people: z.number(),
  companies: z.number(),
  threads: z.number(),
  seconds: z.number(),
  bytesTotal: z.number(),
  bytesRead: z.number(),
  /** Mails a second so far; null before the first. */
  rate: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  startedAt: time.nullable(),
  finishedAt: time.nullable(),
  error: z.string().nullable(),
  /** Files that hold no mail, each with why; the first hundred. */
  passedOver: z.array(z.object({ path: z.string(), reason: z.string() })),
  undoable: z.boolean(),
})

/** A row's figures, with the rate and the time left that follow from them. */
export function figuresOf(row: ImportRow) {
  const bytesTotal = Number(row.bytesTotal)
  const bytesRead = Number(row.bytesRead)
  const reading = row.state === 'reading' || row.state === 'waiting'
  return {
    id: row.id,
    mailboxId: row.mailboxId,
    state: row.state,
    found: row.found,
    stored: row.stored,
    duplicates: row.duplicates,
    skipped: row.skipped,
    people: row.people,
    companies: row.companies,
    threads: row.threads,
    seconds: Math.round(row.seconds * 10) / 10,
    bytesTotal,
    bytesRead,
    rate: row.seconds > 0 ? Math.round(row.found / row.seconds) : null,
    secondsLeft:
      reading && bytesRead > 0 && row.seconds > 0
        ? Math.round(((bytesTotal - bytesRead) / bytesRead) * row.seconds)
        : null,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    error: row.error,
    passedOver: row.passedOver.slice(0, 100),
    undoable: row.state !== 'undone' && row.state !== 'reading',
  }
}
