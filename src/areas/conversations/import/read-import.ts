import { sql } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { House, Work } from '../../../platform/house.ts'
import { within } from '../../../platform/perform.ts'
import { importMoved } from '../facts.ts'
import { startMailPool } from '../reading/mail-pool.ts'
import type { SkippedFile } from '../reading/open-source.ts'
import { finishImport } from './finish-import.ts'
import { holdImport } from './hold-import.ts'
import { type ImportRow, type ImportState, ownImport } from './import-row.ts'
import { learnSizes } from './learn-sizes.ts'
import type { BatchMail, ImportHead } from './mail-batch.ts'
import { openImportSource } from './open-import-source.ts'
import { storeBatch } from './store-batch.ts'

/** Mails in one transaction: large enough to spread its cost, small enough to lose little to a kill. */
const batchSize = 400
/** The first one is this small and each later one twice as large: something is there to see at once, and to plan by. */
const firstBatch = 50
/** And no more bytes than this, whatever their number: what keeps memory flat. */
const batchBytes = 8 * 1024 * 1024

/**
 * Reads an import to its end, from wherever it stood. One process at a time; a killed one is gone on with from its last
 * whole batch. Ends as done, cancelled (a member's wish), stopped (this program ends) or failed (with the reason).
 */
export const readImport: Work = {
  name: 'conversations.readImport',
  async run(house, actor, input, signal) {
    const { importId } = input as { importId: string }
    const hold = await holdImport(house, importId)
    if (!hold) return
    try {
      await read(house, actor, importId, signal)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      house.log.error({ importId, error: reason }, 'An import failed')
      await step(house, actor, 'end', (ctx) => endAs(ctx, importId, 'failed', reason))
    } finally {
      await hold.release()
    }
  },
}

const changed =
  'The files have changed since their reading was begun. Import them once more: what is here already is not stored twice.'

/** One transaction of the import, in the member's name. */
const step = <R>(house: House, actor: Actor, name: string, run: (ctx: Ctx) => Promise<R>): Promise<R> =>
  within(
    house,
    actor,
    { name: `conversations.readImport.${name}`, about: 'Read mails', kind: 'action', quiet: true },
    {},
    run,
  )

async function read(house: House, actor: Actor, importId: string, signal: AbortSignal): Promise<void> {
  const row = await step(house, actor, 'begin', async (ctx) => ownImport(ctx, importId))
  if (row.state === 'done' || row.state === 'undone' || row.state === 'cancelled') return
  if (row.cancelWanted)
    return await step(house, actor, 'end', (ctx) => endAs(ctx, importId, 'cancelled', null))
  const source = await openImportSource(house, actor, row.source)
  const bytesTotal = await source.totalBytes()
  const fingerprint = await source.fingerprint()
  if (row.checkpoint && fingerprint !== row.fingerprint) throw new Error(changed)
  await step(house, actor, 'begin', (ctx) => begin(ctx, importId, bytesTotal, fingerprint))
  const head: ImportHead = { importId, mailboxId: row.mailboxId, memberId: row.memberId }
  const pool = startMailPool()
  let since = performance.now()
  const secondsSince = () => {
    const before = since
    since = performance.now()
    return (since - before) / 1000
  }
  let storing: Promise<'cancelled' | 'stopped' | null> = Promise.resolve(null)
  try {
    let planned = 0
    /** Stores a batch while the next one is being read. Answers whether the import is to end there. */
    const store = async (batch: readonly BatchMail[]): Promise<'cancelled' | 'stopped' | null> => {
      const now = await step(house, actor, 'batch', async (ctx) => {
        await storeBatch(ctx, head, batch, secondsSince())
        ctx.tell(importMoved, { importId, mailboxId: row.mailboxId, state: 'reading' }, row.memberId)
        return ownImport(ctx, importId)
      })
      // after the first batch that brought something, and each time that it has become twice as much
      const here = now.stored - row.stored
      if (here > planned * 2) {
        await learnSizes(house)
        planned = here
      }
      return now.cancelWanted ? 'cancelled' : signal.aborted ? 'stopped' : null
    }
    let begun = 0
    let batch: BatchMail[] = []
    let bytes = 0
    for await (const { raw, read: mail, reason } of pool.read(source.mails(row.checkpoint ?? undefined))) {
      batch.push({ raw, read: mail, reason })
      bytes += raw.raw.length
      if (batch.length < Math.min(firstBatch * 2 ** begun, batchSize) && bytes < batchBytes) continue
      const ends = await storing
      if (ends) return await step(house, actor, 'end', (ctx) => endAs(ctx, importId, ends, null))
      storing = store(batch)
      // where it fails that is seen at the next batch; until then nobody looks
      storing.catch(() => {})
      begun++
      batch = []
      bytes = 0
    }
    const ends = await storing
    if (ends && batch.length > 0)
      return await step(house, actor, 'end', (ctx) => endAs(ctx, importId, ends, null))
    if (batch.length > 0) await store(batch)
  } finally {
    // nobody else may go on from here before it is known what was stored
    await storing.catch(() => {})
    await pool.close()
  }
  await step(house, actor, 'end', async (ctx) => {
    const now = await ownImport(ctx, importId, true)
    const passedOver = source.skippedFiles()
    await keepPassedOver(ctx, importId, passedOver)
    await finishImport(ctx, now)
    const nothing = now.found === 0 ? nothingIn(passedOver) : null
    await endAs(ctx, importId, nothing ? 'failed' : 'done', nothing, secondsSince())
  })
}

/** Files named of those that hold no mail; of a folder with more, the first in the alphabet. */
const mostNamed = 1000

const keepPassedOver = (ctx: Ctx, importId: string, files: readonly SkippedFile[]) =>
  sql`update conversations.mail_import set passed_over = ${JSON.stringify(files.slice(0, mostNamed))}::jsonb
    where workspace_id = ${ctx.actor.workspaceId} and id = ${importId}`.execute(ctx.tx)

/** What to say where nothing was found but files that are no mail; null where there is nothing to say (empty files). */
function nothingIn(passedOver: readonly SkippedFile[]): string | null {
  const first = passedOver.find((each) => each.reason !== 'empty')
  if (!first) return null
  const more = passedOver.length > 1 ? `, and ${passedOver.length - 1} more` : ''
  return `No mail was found there: ${first.path} is ${first.reason}${more}.`
}

/** Marks the import as being read. */
async function begin(ctx: Ctx, importId: string, bytesTotal: number, fingerprint: string): Promise<void> {
  await sql`update conversations.mail_import set state = 'reading', bytes_total = ${bytesTotal}, fingerprint = ${fingerprint}, error = null,
    started_at = coalesce(started_at, ${ctx.now}), beat_at = ${ctx.now} where workspace_id = ${ctx.actor.workspaceId} and id = ${importId}`.execute(
    ctx.tx,
  )
}

async function endAs(
  ctx: Ctx,
  importId: string,
  state: ImportState,
  error: string | null,
  seconds = 0,
): Promise<void> {
  const row: ImportRow = await ownImport(ctx, importId, true)
  await sql`update conversations.mail_import set state = ${state}, error = ${error}, seconds = seconds + ${seconds}, finished_at = ${state === 'stopped' ? null : ctx.now},
    bytes_read = case when ${state === 'done'} then bytes_total else bytes_read end
    where workspace_id = ${ctx.actor.workspaceId} and id = ${importId}`.execute(ctx.tx)
  ctx.tell(importMoved, { importId, mailboxId: row.mailboxId, state }, row.memberId)
}
