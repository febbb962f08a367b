import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { BatchMail, NewMail, Placed } from './mail-batch.ts'
import { mailId } from './mail-id.ts'

export interface SortedBatch {
  fresh: NewMail[]
  placed: Placed[]
  unreadable: BatchMail[]
}

/**
 * Tells the new mails of a batch from those already here (by Message-ID, or by content: sender, date, subject, body
 * without white space), in the batch too. One mail is one message, in however many folders it lies.
 */
export async function sortBatch(ctx: Ctx, batch: readonly BatchMail[]): Promise<SortedBatch> {
  const readable = batch.flatMap((each) => (each.read ? [{ ...each, read: each.read }] : []))
  const byId = new Map<string, string>()
  const byContent = new Map<string, string>()
  const { rows } = await sql<{ id: string; idKey: Buffer | null; contentKey: Buffer }>`
    select id, id_key, content_key from conversations.message where workspace_id = ${ctx.actor.workspaceId}
      and id_key = any(${readable.flatMap((each) => each.read.idKey ?? [])}::bytea[])
    union
    select id, id_key, content_key from conversations.message where workspace_id = ${ctx.actor.workspaceId}
      and content_key = any(${readable.map((each) => each.read.contentKey)}::bytea[])`.execute(ctx.tx)
  const learn = (id: string, idKey: Uint8Array | null, contentKey: Uint8Array) => {
    if (idKey && !byId.has(hex(idKey))) byId.set(hex(idKey), id)
    if (!byContent.has(hex(contentKey))) byContent.set(hex(contentKey), id)
  }
  for (const row of rows) learn(row.id, row.idKey, row.contentKey)

  const fresh: NewMail[] = []
  const placed: Placed[] = []
  for (const { raw, read } of readable) {
    const same = byContent.get(hex(read.contentKey))
    const named = read.idKey ? byId.get(hex(read.idKey)) : undefined
    const messageId = same ?? named
    if (messageId) {
      placed.push({ messageId, raw, stored: false, variant: same === undefined })
      continue
    }
    const id = mailId(read.mail.date.at, read.contentKey)
    learn(id, read.idKey, read.contentKey)
    fresh.push({ id, read, raw, sentAt: read.mail.date.at ?? ctx.now })
    placed.push({ messageId: id, raw, stored: true, variant: false })
  }
  return { fresh, placed, unreadable: batch.filter((each) => !each.read) }
}

const hex = (key: Uint8Array) => Buffer.from(key).toString('hex')
