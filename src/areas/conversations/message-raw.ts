import { zstdDecompressSync } from 'node:zlib'
import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { readable } from './readable.ts'

/** A message's raw source, as far as the acting member may read it. */
export async function messageRaw(ctx: Ctx, messageId: string): Promise<Buffer> {
  const { rows } = await sql<{ source: Buffer }>`select s.source from conversations.message m
    join conversations.message_source s on s.workspace_id = m.workspace_id and s.message_id = m.id
    where m.workspace_id = ${ctx.actor.workspaceId} and m.id = ${messageId} and ${readable(ctx)}`.execute(
    ctx.tx,
  )
  if (!rows[0]) throw notFound('mail')
  return zstdDecompressSync(rows[0].source)
}
