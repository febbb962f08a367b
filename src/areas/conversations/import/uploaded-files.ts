import { CompiledQuery } from 'kysely'
import type { Actor } from '../../../platform/actor.ts'
import type { Ctx } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import type { MailFile } from '../reading/mail-file.ts'

/** Bytes of one part of an uploaded file; all parts but the last have this length. */
export const partBytes = 4 * 1024 * 1024

/** Asks the database, as `pg` does. */
export type Ask = <R extends object>(text: string, values: unknown[]) => Promise<R[]>

/**
 * Files that lie in parts in the database, as something a mail source can read from any offset. Two of one name are told
 * apart by a number.
 */
export async function uploadedFiles(
  ask: Ask,
  { workspaceId, memberId }: Pick<Actor, 'workspaceId' | 'memberId'>,
  uploadIds: readonly string[],
): Promise<MailFile[]> {
  const rows = await ask<{ id: string; path: string; size: string }>(
    'select id, path, size from conversations.upload where workspace_id = $1 and member_id = $2 and id = any($3) order by path, id',
    [workspaceId, memberId, uploadIds],
  )
  const taken = new Set<string>()
  return rows.map((row) => {
    let path = row.path
    for (let n = 2; taken.has(path); n++) path = `${row.path} (${n})`
    taken.add(path)
    return {
      path,
      size: Number(row.size),
      open: (offset = 0) => partsFrom(ask, workspaceId, row.id, offset),
    }
  })
}

async function* partsFrom(
  ask: Ask,
  workspaceId: string,
  uploadId: string,
  offset: number,
): AsyncIterable<Buffer> {
  for (let n = Math.floor(offset / partBytes), skip = offset % partBytes; ; n++, skip = 0) {
    const [part] = await ask<{ bytes: Buffer }>(
      'select bytes from conversations.upload_part where workspace_id = $1 and upload_id = $2 and n = $3',
      [workspaceId, uploadId, n],
    )
    if (!part) return
    yield part.bytes.subarray(skip)
  }
}

/** Inside an operation's own transaction. */
export const askIn =
  (ctx: Ctx): Ask =>
  async <R extends object>(text: string, values: unknown[]) =>
    (await ctx.tx.executeQuery<R>(CompiledQuery.raw(text, values))).rows

/** Each question in a transaction of its own, for work that goes on for long. */
export const askEach =
  (house: House, { workspaceId }: Pick<Actor, 'workspaceId'>): Ask =>
  async <R extends object>(text: string, values: unknown[]) => {
    const client = await house.database.pool.connect()
    let broken = false
    try {
      await client.query('begin read only')
      await client.query(`select set_config('app.workspace_id', $1, true)`, [workspaceId])
      const { rows } = await client.query<R>(text, values)
      await client.query('commit')
      return rows
    } catch (error) {
      broken = true
      throw error
    } finally {
      client.release(broken)
    }
  }
