import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import type { ImportRow } from '../import/import-row.ts'
import { addressProposals, proposal } from './address-proposals.ts'
import { figuresOf, importFigures } from './import-figures.ts'

const folder = z.object({
  name: z.string(),
  found: z.number(),
  stored: z.number(),
  duplicates: z.number(),
  skipped: z.record(z.string(), z.number()),
  messages: z.number(),
})

export const mailbox = conversations.question('mailbox', {
  about: 'One mailbox: every folder’s sum, every import, and whose addresses write from it',
  route: 'GET /mailboxes/:mailboxId',
  may: sells,
  input: z.object({ mailboxId: id }),
  output: z.object({
    id,
    name: z.string(),
    kind: z.enum(['file', 'sample']),
    visibility: z.enum(['only-me', 'dates', 'all']),
    addresses: z.array(z.object({ address: z.string(), role: z.enum(['self', 'assistant', 'other']) })),
    folders: z.array(folder),
    imports: z.array(importFigures),
    proposals: z.array(proposal),
  }),
  async run(ctx, { mailboxId }) {
    const { workspaceId, memberId } = ctx.actor
    const { rows } = await sql<{
      id: string
      name: string
      kind: 'file' | 'sample'
      visibility: 'only-me' | 'dates' | 'all'
    }>`
      select id, name, kind, visibility from conversations.mailbox
      where workspace_id = ${workspaceId} and id = ${mailboxId} and member_id = ${memberId}`.execute(ctx.tx)
    const box = rows[0]
    if (!box) throw notFound('mailbox')
    const { rows: folders } = await sql<z.infer<typeof folder>>`
      select f.name, coalesce(sum(s.found), 0)::int as found, coalesce(sum(s.stored), 0)::int as stored, coalesce(sum(s.duplicates), 0)::int as duplicates,
        coalesce((select jsonb_object_agg(k, n) from (select e.key as k, sum(e.value::int)::int as n
          from conversations.import_folder t join conversations.mail_import ti on ti.workspace_id = t.workspace_id and ti.id = t.import_id and ti.state <> 'undone'
          cross join lateral jsonb_each_text(t.skipped) e where t.workspace_id = f.workspace_id and t.folder_id = f.id group by 1) x), '{}') as skipped,
        (select count(distinct c.message_id)::int from conversations.message_copy c where c.workspace_id = f.workspace_id and c.folder_id = f.id) as messages
      from conversations.folder f
      left join (select s.* from conversations.import_folder s join conversations.mail_import i on i.workspace_id = s.workspace_id and i.id = s.import_id and i.state <> 'undone') s
        on s.workspace_id = f.workspace_id and s.folder_id = f.id
      where f.workspace_id = ${workspaceId} and f.mailbox_id = ${mailboxId}
      group by f.workspace_id, f.id order by f.name`.execute(ctx.tx)
    const { rows: imports } = await sql<ImportRow>`select * from conversations.mail_import
      where workspace_id = ${workspaceId} and mailbox_id = ${mailboxId} order by id desc limit 200`.execute(
      ctx.tx,
    )
    const { rows: addresses } = await sql<{
      address: string
      role: 'self' | 'assistant' | 'other'
    }>`select address, role from conversations.own_address
      where workspace_id = ${workspaceId} and member_id = ${memberId} order by role desc, address`.execute(
      ctx.tx,
    )
    return {
      ...box,
      addresses,
      folders,
      imports: imports.map(figuresOf),
      proposals: await addressProposals(ctx, mailboxId),
    }
  },
})
