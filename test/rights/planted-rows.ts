import { createHash } from 'node:crypto'
import { zstdCompressSync } from 'node:zlib'
import type { Pool } from 'pg'
import { newId } from '../../src/platform/new-id.ts'

/** A row of each kind, by the name under which inputs ask for it. */
export type Planted = Readonly<Record<PlantedField, string>>
export type PlantedField = (typeof plantedFields)[number]

/** Whether a record belongs to its member alone, or the team may see it. */
export const plantedFields = [
  'personId',
  'companyId',
  'addressId',
  'threadId',
  'messageId',
  'mailboxId',
  'folderId',
  'importId',
  'uploadId',
  'unreadableId',
  'activityId',
  'memberId',
  'tokenId',
  'invitationId',
  'actionId',
] as const
export const privateFields: readonly PlantedField[] = [
  'threadId',
  'messageId',
  'mailboxId',
  'folderId',
  'importId',
  'uploadId',
  'unreadableId',
  'tokenId',
  'actionId',
]

export interface PlantOptions {
  workspaceId: string
  /** Whose mailbox, uploads, keys and decisions they are. */
  memberId: string
  /** Stands in all that only that member may read. */
  privateWord: string
  /** Stands in what the team may read too. */
  teamWord: string
  at: Date
}

/** Plants one row in every table, as the owner of the tables, past the application and its rights. */
export async function plantRows(pool: Pool, options: PlantOptions): Promise<Planted> {
  const { workspaceId, memberId, privateWord, teamWord, at } = options
  const ids = Object.fromEntries(plantedFields.map((field) => [field, newId(at.getTime())])) as Record<
    PlantedField,
    string
  >
  const { personId, companyId, addressId, threadId, messageId, mailboxId, folderId, importId, uploadId } = ids
  const bytes = (text: string) =>
    createHash('sha256')
      .update(text + messageId)
      .digest()
  const address = `paula.${messageId}@${personId}.example`
  const me = `me.${memberId}@home.example`
  const raw = Buffer.from(
    `From: Paula <${address}>\r\nTo: <${me}>\r\nSubject: ${privateWord}\r\nMessage-ID: <${messageId}@x>\r\n` +
      `Date: ${at.toUTCString()}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n` +
      `--b\r\nContent-Type: text/html\r\n\r\n<p>${privateWord}</p>\r\n--b\r\n` +
      `Content-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n${privateWord}\r\n--b--\r\n`,
  )
  const rows: [table: string, row: Record<string, unknown>][] = [
    ['people.company', { id: companyId, name: `Company ${teamWord}` }],
    ['people.domain', { domain: `${personId}.example`, company_id: companyId }],
    ['people.person', { id: personId, name: `Paula ${teamWord}`, company_id: companyId }],
    ['people.address', { id: addressId, address, person_id: personId, name: teamWord, evidence: teamWord }],
    ['people.address', { id: newId(at.getTime()), address: me, kind: 'unknown' }],
    [
      'people.personal_fact',
      {
        id: newId(at.getTime()),
        person_id: personId,
        text: teamWord,
        source: 'typed',
        member_id: memberId,
        at,
      },
    ],
    ['conversations.mailbox', { id: mailboxId, member_id: memberId, name: privateWord, kind: 'file' }],
    ['conversations.own_address', { member_id: memberId, address: me, role: 'self' }],
    ['conversations.folder', { id: folderId, mailbox_id: mailboxId, name: privateWord }],
    [
      'conversations.mail_import',
      {
        id: importId,
        mailbox_id: mailboxId,
        member_id: memberId,
        state: 'stopped',
        source: JSON.stringify({ paths: [`/${privateWord}`] }),
        fingerprint: privateWord,
        found: 1,
        stored: 1,
        error: privateWord,
        started_at: at,
      },
    ],
    ['conversations.import_folder', { import_id: importId, folder_id: folderId, found: 1, stored: 1 }],
    [
      'conversations.unreadable',
      {
        id: ids.unreadableId,
        import_id: importId,
        folder_id: folderId,
        position: 1,
        reason: privateWord,
        size: raw.length,
        source: raw,
      },
    ],
    ['conversations.thread', { id: threadId, subject: privateWord, first_at: at, last_at: at, messages: 1 }],
    ['conversations.thread_anchor', { anchor: bytes('anchor'), thread_id: threadId }],
    [
      'conversations.message',
      {
        id: messageId,
        thread_id: threadId,
        message_id: `${messageId}@x`,
        id_key: bytes('id'),
        content_key: bytes('content'),
        sent_at: at,
        dated: true,
        from_address_id: addressId,
        from_name: privateWord,
        subject: privateWord,
        new_text: `Will you answer, ${privateWord}?`,
        words: 4,
        kind: 'human',
        kind_because: 'a person wrote it',
        asks: JSON.stringify([{ text: `${privateWord}?`, start: 0, end: 4 }]),
        recipients: 1,
        attachments: 1,
        has_html: true,
        size: raw.length,
        import_id: importId,
      },
    ],
    ['conversations.message_source', { message_id: messageId, source: zstdCompressSync(raw) }],
    [
      'conversations.message_copy',
      {
        message_id: messageId,
        folder_id: folderId,
        mailbox_id: mailboxId,
        member_id: memberId,
        position: 1,
        import_id: importId,
      },
    ],
    ['conversations.thread_clue', { candidate: bytes('clue'), sent_at: at, message_id: messageId }],
    [
      'conversations.thread_state',
      {
        member_id: memberId,
        thread_id: threadId,
        state: 'owed-by-me',
        rule: 'asked-me',
        because: privateWord,
        since: at,
        message_id: messageId,
        person_address: address,
        quote: privateWord,
        last_at: at,
      },
    ],
    [
      'conversations.thread_choice',
      { member_id: memberId, thread_id: threadId, state: 'needs-no-reply', at },
    ],
    [
      'conversations.activity',
      { id: ids.activityId, member_id: memberId, person_id: personId, kind: 'note', text: teamWord, at },
    ],
    ['conversations.upload', { id: uploadId, member_id: memberId, path: privateWord, size: 4 }],
    ['conversations.upload_part', { upload_id: uploadId, n: 0, bytes: Buffer.from('mail') }],
    [
      'relationships.relation_choice',
      { subject: `person:${personId}`, relation: 'buyer', member_id: memberId, at },
    ],
    ['relationships.relation', { person_id: personId, relation: 'buyer', rule: 'typed', because: teamWord }],
    [
      'relationships.standing',
      {
        member_id: memberId,
        person_id: personId,
        counts: true,
        theirs: 1,
        first_at: at,
        last_at: at,
        computed_at: at,
      },
    ],
    ['relationships.stale', { member_id: memberId, person_id: personId }],
    [
      'today.decision',
      { member_id: memberId, key: privateWord, verdict: 'dismissed', reason: privateWord, at },
    ],
    [
      'platform.invitation',
      {
        id: ids.invitationId,
        email: `${teamWord}@else.example`,
        role: 'rep',
        token_hash: bytes('invitation'),
        invited_by: memberId,
        expires_at: new Date(at.getTime() + 864e5),
      },
    ],
    [
      'platform.api_key',
      { id: ids.tokenId, name: privateWord, role: 'viewer', member_id: memberId, hash: bytes('key') },
    ],
    [
      'platform.action',
      {
        id: ids.actionId,
        at,
        member_id: memberId,
        via: 'web',
        name: 'today.dismiss',
        about: 'Dismiss a line',
        input: JSON.stringify({ reason: privateWord }),
      },
    ],
    [
      'platform.journal',
      {
        action_id: ids.actionId,
        tab: 'today.decision',
        kind: 'update',
        key: JSON.stringify({ member_id: memberId, key: privateWord }),
        before: JSON.stringify({ reason: `before ${privateWord}`, verdict: 'snoozed' }),
        after: JSON.stringify({ reason: privateWord, verdict: 'dismissed' }),
      },
    ],
    [
      'platform.fact',
      {
        id: newId(at.getTime()),
        at,
        member_id: memberId,
        audience: memberId,
        name: 'today.dismissed',
        payload: JSON.stringify({ key: privateWord }),
      },
    ],
  ]
  for (const [table, row] of rows) await insert(pool, table, { workspace_id: workspaceId, ...row })
  await pool.query(
    `insert into conversations.message_party (workspace_id, message_id, role, position, address_id, sent_at)
     select $1, $2, 'to', 0, id, $3 from people.address where workspace_id = $1 and address = $4`,
    [workspaceId, messageId, at, me],
  )
  await pool.query(
    `insert into conversations.message_text (workspace_id, message_id, sent_at, words) values ($1, $2, $3, to_tsvector('simple', $4))`,
    [workspaceId, messageId, at, privateWord],
  )
  // Told to nobody: the triggers wrote these lines while the rows above were planted.
  await pool.query('delete from platform.journal where workspace_id = $1 and action_id is null', [
    workspaceId,
  ])
  return { ...ids, memberId }
}

/** Inserts a row; what a table requires besides is filled by its type, so that a new column needs no line here. */
async function insert(pool: Pool, table: string, row: Record<string, unknown>): Promise<void> {
  const { rows: required } = await pool.query<{ name: string; type: string }>(
    `select attname as name, atttypid::regtype::text as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attnotnull and not atthasdef and attidentity = ''`,
    [table],
  )
  const filled = required
    .filter(({ name }) => !(name in row))
    .map(({ name, type }) => [name, ofType[type] ?? '0'])
  const whole = { ...Object.fromEntries(filled), ...row }
  const columns = Object.keys(whole)
  const values = columns.map((_, n) => `$${n + 1}`)
  await pool.query(
    `insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`,
    Object.values(whole),
  )
}

const ofType: Readonly<Record<string, unknown>> = {
  text: '',
  jsonb: '{}',
  boolean: false,
  'timestamp with time zone': '2026-02-20T10:00:00Z',
  uuid: '019c7a3e-0000-7000-8000-000000000000',
  'text[]': '{}',
}
