import type { Actor } from '../../../platform/actor.ts'
import type { House } from '../../../platform/house.ts'
import type { MailFile } from '../reading/mail-file.ts'

/** Bytes of one part of an uploaded file; all parts but the last have this length. */
export const partBytes = 4 * 1024 * 1024

/** Files that lie in parts in the database, as something a mail source can read from any offset. */
export async function uploadedFiles(
  house: House,
  actor: Actor,
  uploadIds: readonly string[],
): Promise<MailFile[]> {
  const rows = await query<{ id: string; path: string; size: string }>(
    house,
    actor,
    'select id, path, size from conversations.upload where workspace_id = $1 and member_id = $2 and id = any($3) order by path, id',
    [actor.workspaceId, actor.memberId, uploadIds],
  )
  return rows.map((row) => ({
    path: row.path,
    size: Number(row.size),
    open: (offset = 0) => partsFrom(house, actor, row.id, offset),
  }))
}

async function* partsFrom(
  house: House,
  actor: Actor,
  uploadId: string,
  offset: number,
): AsyncIterable<Buffer> {
  for (let n = Math.floor(offset / partBytes), skip = offset % partBytes; ; n++, skip = 0) {
    const [part] = await query<{ bytes: Buffer }>(
      house,
      actor,
      'select bytes from conversations.upload_part where workspace_id = $1 and upload_id = $2 and n = $3',
      [actor.workspaceId, uploadId, n],
    )
    if (!part) return
    yield part.bytes.subarray(skip)
  }
}

async function query<R extends object>(
  house: House,
  actor: Actor,
  text: string,
  values: unknown[],
): Promise<R[]> {
  const client = await house.database.pool.connect()
  try {
    await client.query('begin read only')
    await client.query(`select set_config('app.workspace_id', $1, true)`, [actor.workspaceId])
    const { rows } = await client.query<R>(text, values)
    await client.query('commit')
    return rows
  } finally {
    client.release()
  }
}
