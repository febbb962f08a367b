import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { newId } from '../../../platform/new-id.ts'
import { invalid } from '../../../platform/refusal.ts'
import { releaseOwnAddresses } from '../../people/door.ts'
import { importMoved } from '../facts.ts'
import { dropUploads } from './drop-uploads.ts'
import type { ImportSource } from './import-row.ts'

interface Beginning {
  source: ImportSource
  fingerprint: string
  bytesTotal: number
  /** The member's own addresses, as typed. */
  me: readonly string[]
  mailboxName: string | undefined
  kind: 'file' | 'sample'
}

/**
 * Writes down an import that is to be read: the mailbox it belongs to, whose addresses are the member's own. The same
 * files that were begun before and not finished are gone on with instead.
 */
export async function beginImport(
  ctx: Ctx,
  beginning: Beginning,
): Promise<{ importId: string; mailboxId: string; resumed: boolean }> {
  const { workspaceId, memberId } = ctx.actor
  const me = beginning.me.map(ownAddress)
  if (me.length === 0)
    throw invalid(
      'Say which addresses are your own.',
      'me',
      'They tell what you wrote from what was written to you.',
    )
  const mailboxId = await mailboxNamed(ctx, beginning.mailboxName ?? (me[0] as string), beginning.kind)
  const { rows: unfinished } = await sql<{
    id: string
    source: ImportSource
  }>`select id, source from conversations.mail_import
    where workspace_id = ${workspaceId} and member_id = ${memberId} and fingerprint = ${beginning.fingerprint} and mailbox_id = ${mailboxId}
      and state in ('waiting', 'reading', 'stopped', 'cancelled', 'failed') order by id desc limit 1`.execute(
    ctx.tx,
  )
  await sql`insert into conversations.own_address (workspace_id, member_id, address, role)
    select ${workspaceId}::uuid, ${memberId}::uuid, address, 'self' from unnest(${me}::text[]) address
    on conflict (workspace_id, member_id, address) do update set role = 'self'`.execute(ctx.tx)
  await releaseOwnAddresses(ctx, me)
  const before = unfinished[0]
  if (before) {
    // the same files may lie elsewhere by now, or have been sent once more
    await dropUploads(ctx, before.source, beginning.source)
    await sql`update conversations.mail_import set state = 'waiting', cancel_wanted = false, finished_at = null, error = null,
      source = ${JSON.stringify(beginning.source)}::jsonb
      where workspace_id = ${workspaceId} and id = ${before.id}`.execute(ctx.tx)
    return { importId: before.id, mailboxId, resumed: true }
  }
  const importId = newId(ctx.now.getTime())
  await sql`insert into conversations.mail_import (workspace_id, id, mailbox_id, member_id, state, source, fingerprint, bytes_total, created_at, action_id)
    values (${workspaceId}, ${importId}, ${mailboxId}, ${memberId}, 'waiting', ${JSON.stringify(beginning.source)}::jsonb,
      ${beginning.fingerprint}, ${beginning.bytesTotal}, ${ctx.now}, ${ctx.actionId})`.execute(ctx.tx)
  ctx.tell(importMoved, { importId, mailboxId, state: 'waiting' }, memberId)
  return { importId, mailboxId, resumed: false }
}

/** An address as typed, made comparable. */
export function ownAddress(typed: string): string {
  const address = typed.trim().toLowerCase()
  if (!/^[^\s@<>"]+@[^\s@<>"]+$/.test(address) || address.length > 254)
    throw invalid(`“${typed.slice(0, 80)}” is no mail address.`, 'me')
  return address
}

async function mailboxNamed(ctx: Ctx, name: string, kind: 'file' | 'sample'): Promise<string> {
  const { workspaceId, memberId } = ctx.actor
  const { rows } = await sql<{ id: string }>`select id from conversations.mailbox
    where workspace_id = ${workspaceId} and member_id = ${memberId} and name = ${name} and kind = ${kind}`.execute(
    ctx.tx,
  )
  if (rows[0]) return rows[0].id
  const id = newId(ctx.now.getTime())
  await sql`insert into conversations.mailbox (workspace_id, id, member_id, name, kind, created_at)
    values (${workspaceId}, ${id}, ${memberId}, ${name}, ${kind}, ${ctx.now})`.execute(ctx.tx)
  return id
}
