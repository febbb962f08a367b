import { zstdCompressSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { type Columns, insertRows } from '../../../platform/db/insert-rows.ts'
import type { MetAddress } from '../../people/door.ts'
import { addressedNames } from '../judging/addressed-by-name.ts'
import type { MailAddress } from '../reading/read-mail-shape.ts'
import { candidateKeys } from '../threads/fallback-links.ts'
import type { ImportHead, NewMail, Placed } from './mail-batch.ts'
import { candidateKey, clueAt, type Placement } from './place-in-threads.ts'

/** Characters of a mail's new text that are searched: a book pasted into a mail must not be a book in the index. */
const mostSearched = 20_000

const column = <T>(type: string, rows: readonly T[], value: (row: T) => unknown): Columns[string] => ({
  type,
  values: rows.map(value),
})

/** Writes the new messages with their text, source and parties. */
export async function insertMessages(
  ctx: Ctx,
  head: ImportHead,
  fresh: readonly NewMail[],
  placement: Placement,
  met: ReadonlyMap<string, MetAddress>,
): Promise<void> {
  const { workspaceId } = ctx.actor
  const addressId = (address: MailAddress | null) =>
    address ? (met.get(address.address)?.addressId ?? null) : null
  await insertRows(ctx.tx, 'conversations.message', workspaceId, {
    id: column('uuid', fresh, (each) => each.id),
    thread_id: column('uuid', fresh, (each) => placement.threadOf.get(each.id)),
    message_id: column('text', fresh, (each) => each.read.mail.messageId),
    id_key: column('bytea', fresh, (each) => each.read.idKey && Buffer.from(each.read.idKey)),
    content_key: column('bytea', fresh, (each) => Buffer.from(each.read.contentKey)),
    sent_at: column('timestamptz', fresh, (each) => each.sentAt),
    dated: column('bool', fresh, (each) => each.read.mail.date.at !== null),
    zone_minutes: column('int2', fresh, (each) => each.read.mail.date.zoneMinutes),
    from_address_id: column('uuid', fresh, (each) => addressId(each.read.mail.from)),
    from_name: column('text', fresh, (each) => clean(each.read.mail.from?.name ?? '')),
    subject: column('text', fresh, (each) => clean(each.read.mail.subject)),
    new_text: column('text', fresh, (each) => clean(each.read.judgement.newText)),
    words: column('int4', fresh, (each) => each.read.judgement.words),
    kind: column('text', fresh, (each) => each.read.judgement.kind),
    kind_because: column('text', fresh, (each) => each.read.judgement.kindBecause),
    asks: column('jsonb', fresh, (each) =>
      each.read.judgement.asks.map((ask) => ({ ...ask, text: clean(ask.text) })),
    ),
    addressed_names: column('jsonb', fresh, (each) => addressedNames(each.read.judgement.newText).map(clean)),
    recipients: column('int2', fresh, (each) => Math.min(recipientsOf(each).size, 30_000)),
    attachments: column('int2', fresh, (each) => Math.min(each.read.mail.attachments.length, 30_000)),
    has_html: column('bool', fresh, (each) => each.read.mail.hasHtml),
    size: column('int4', fresh, (each) => each.raw.raw.length),
    return_date: column('date', fresh, (each) => each.read.judgement.returnDate),
    bounce: column('jsonb', fresh, (each) => each.read.judgement.bounce),
    clue: column('jsonb', fresh, (each) => placement.clues.get(each.id)),
    import_id: column('uuid', fresh, () => head.importId),
  })
  await sql`insert into conversations.message_text (workspace_id, message_id, sent_at, words)
    select ${workspaceId}::uuid, t.id, t.at, setweight(to_tsvector('simple', t.subject), 'A') || to_tsvector('simple', t.body)
    from unnest(${fresh.map((each) => each.id)}::uuid[], ${fresh.map((each) => each.sentAt)}::timestamptz[],
      ${fresh.map((each) => clean(`${each.read.mail.subject} ${each.read.mail.from?.name ?? ''}`))}::text[],
      ${fresh.map((each) => clean(each.read.judgement.newText.slice(0, mostSearched)))}::text[]) t (id, at, subject, body)`.execute(
    ctx.tx,
  )
  await insertRows(ctx.tx, 'conversations.message_source', workspaceId, {
    message_id: column('uuid', fresh, (each) => each.id),
    source: column('bytea', fresh, (each) => compressed(each.raw.raw)),
  })
  const parties = fresh.flatMap((mail) => partiesOf(mail, addressId))
  await insertRows(ctx.tx, 'conversations.message_party', workspaceId, {
    message_id: column('uuid', parties, (each) => each.messageId),
    role: column('text', parties, (each) => each.role),
    position: column('int2', parties, (each) => each.position),
    address_id: column('uuid', parties, (each) => each.addressId),
    name: column('text', parties, (each) => each.name),
    sent_at: column('timestamptz', parties, (each) => each.sentAt),
  })
  const clues = fresh.flatMap((mail) => {
    const clue = placement.clues.get(mail.id)
    return clue ? candidateKeys(clue).map((key) => ({ key: candidateKey(key), mail })) : []
  })
  await insertRows(
    ctx.tx,
    'conversations.thread_clue',
    workspaceId,
    {
      candidate: column('bytea', clues, (each) => each.key),
      sent_at: column('timestamptz', clues, (each) => clueAt(each.mail)),
      message_id: column('uuid', clues, (each) => each.mail.id),
    },
    'do nothing',
  )
}

/** Writes where each mail of the batch was found. A copy that is here already stays as it is. */
export async function insertCopies(
  ctx: Ctx,
  head: ImportHead,
  placed: readonly Placed[],
  folders: ReadonlyMap<string, string>,
): Promise<void> {
  await insertRows(
    ctx.tx,
    'conversations.message_copy',
    ctx.actor.workspaceId,
    {
      message_id: column('uuid', placed, (each) => each.messageId),
      folder_id: column('uuid', placed, (each) => folders.get(each.raw.folder)),
      mailbox_id: column('uuid', placed, () => head.mailboxId),
      member_id: column('uuid', placed, () => head.memberId),
      position: column('int4', placed, (each) => each.raw.position),
      import_id: column('uuid', placed, () => head.importId),
      variant: column('bytea', placed, (each) => (each.variant ? compressed(each.raw.raw) : null)),
    },
    'do nothing',
  )
}

/** The raw source as kept. */
export const compressed = (raw: Buffer): Buffer => zstdCompressSync(raw)

/** Postgres text holds every character but NUL; lone surrogates are no characters. */
export const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed()

/** Everyone addressed, once each. */
export const recipientsOf = ({ read }: NewMail): Set<string> =>
  new Set([...read.mail.to, ...read.mail.cc, ...read.mail.bcc].map((each) => each.address).filter(Boolean))

function partiesOf(mail: NewMail, addressId: (address: MailAddress) => string | null) {
  const lists = [
    ['to', mail.read.mail.to],
    ['cc', mail.read.mail.cc],
    ['bcc', mail.read.mail.bcc],
    ['reply-to', mail.read.mail.replyTo],
  ] as const
  return lists.flatMap(([role, list]) =>
    list.flatMap((each, position) => {
      const id = addressId(each)
      return id && position < 30_000
        ? [{ messageId: mail.id, role, position, addressId: id, name: clean(each.name), sentAt: mail.sentAt }]
        : []
    }),
  )
}
