import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { id, time } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { mailboxSum, sumsSentence } from './mailbox-sums.ts'

export const mailboxes = conversations.question('mailboxes', {
  about: 'One’s own mailboxes, each with the sum that must come out',
  route: 'GET /mailboxes',
  may: sells,
  input: z.object({}),
  output: z.object({
    sentence: z.string(),
    addsUp: z.boolean(),
    items: z.array(
      z.object({
        id,
        name: z.string(),
        kind: z.enum(['file', 'sample']),
        visibility: z.enum(['only-me', 'dates', 'all']),
        addresses: z.array(z.object({ address: z.string(), role: z.enum(['self', 'assistant', 'other']) })),
        sum: mailboxSum,
        lastAt: time.nullable(),
      }),
    ),
  }),
  async run(ctx) {
    const { rows } = await sql<{
      id: string
      name: string
      kind: 'file' | 'sample'
      visibility: 'only-me' | 'dates' | 'all'
      lastAt: Date | null
      found: number
      stored: number
      duplicates: number
      skipped: Record<string, number>
      here: number
    }>`
      select b.id, b.name, b.kind, b.visibility, max(i.finished_at) as last_at,
        coalesce(sum(i.found) filter (where i.state <> 'undone'), 0)::int as found,
        coalesce(sum(i.stored) filter (where i.state <> 'undone'), 0)::int as stored,
        coalesce(sum(i.duplicates) filter (where i.state <> 'undone'), 0)::int as duplicates,
        coalesce((select jsonb_object_agg(k, n) from (select s.key as k, sum(s.value::int)::int as n from conversations.mail_import j
          cross join lateral jsonb_each_text(j.skipped) s where j.workspace_id = b.workspace_id and j.mailbox_id = b.id and j.state <> 'undone' group by s.key) x), '{}') as skipped,
        (select count(distinct c.message_id)::int from conversations.message_copy c where c.workspace_id = b.workspace_id and c.mailbox_id = b.id) as here
      from conversations.mailbox b left join conversations.mail_import i on i.workspace_id = b.workspace_id and i.mailbox_id = b.id
      where b.workspace_id = ${ctx.actor.workspaceId} and b.member_id = ${ctx.actor.memberId}
      group by b.workspace_id, b.id order by b.created_at`.execute(ctx.tx)
    const { rows: own } = await sql<{
      address: string
      role: 'self' | 'assistant' | 'other'
    }>`select address, role from conversations.own_address
      where workspace_id = ${ctx.actor.workspaceId} and member_id = ${ctx.actor.memberId} order by role desc, address`.execute(
      ctx.tx,
    )
    const items = rows.map(({ found, stored, duplicates, skipped, here, ...row }) => ({
      ...row,
      addresses: own,
      sum: {
        found,
        stored,
        duplicates,
        skipped,
        unreadable: Object.values(skipped).reduce((a, b) => a + b, 0),
        messages: here,
      },
    }))
    return { ...sumsSentence(items.map((each) => each.sum)), items }
  },
})
