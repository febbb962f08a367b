import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { notFound } from '../../../platform/refusal.ts'

/** Where an import reads from. */
export type ImportSource = { paths: string[] } | { uploads: string[] } | { sample: true; at: string }

export type ImportState = 'waiting' | 'reading' | 'stopped' | 'cancelled' | 'done' | 'failed' | 'undone'

export interface ImportRow {
  id: string
  mailboxId: string
  memberId: string
  state: ImportState
  source: ImportSource
  fingerprint: string
  checkpoint: { file: string; mails: number; offset: number } | null
  found: number
  stored: number
  duplicates: number
  skipped: Record<string, number>
  people: number
  companies: number
  threads: number
  bytesTotal: string
  bytesRead: string
  seconds: number
  cancelWanted: boolean
  startedAt: Date | null
  finishedAt: Date | null
  beatAt: Date | null
  error: string | null
  passedOver: { path: string; reason: string }[]
}

/** An import of the acting member's own; another's is not found. */
export async function ownImport(ctx: Ctx, importId: string, forUpdate = false): Promise<ImportRow> {
  const { rows } = await sql<ImportRow>`select * from conversations.mail_import
    where workspace_id = ${ctx.actor.workspaceId} and id = ${importId} and member_id = ${ctx.actor.memberId}
    ${forUpdate ? sql`for update` : sql``}`.execute(ctx.tx)
  if (!rows[0]) throw notFound('import')
  return rows[0]
}
