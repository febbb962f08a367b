import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { newId } from '../../../platform/new-id.ts'

/** The folders of a mailbox by their names, made where they are new. */
export async function foldersNamed(
  ctx: Ctx,
  mailboxId: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const { workspaceId } = ctx.actor
  const wanted = [...new Set(names)]
  await sql`insert into conversations.folder (workspace_id, id, mailbox_id, name)
    select ${workspaceId}::uuid, n.id, ${mailboxId}::uuid, n.name
    from unnest(${wanted.map(() => newId(ctx.now.getTime()))}::uuid[], ${wanted}::text[]) n (id, name)
    on conflict (workspace_id, mailbox_id, name) do nothing`.execute(ctx.tx)
  const { rows } = await sql<{ id: string; name: string }>`select id, name from conversations.folder
    where workspace_id = ${workspaceId} and mailbox_id = ${mailboxId} and name = any(${wanted}::text[])`.execute(
    ctx.tx,
  )
  return new Map(rows.map((row) => [row.name, row.id]))
}
