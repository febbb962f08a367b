import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { done, id } from '../../../platform/shapes.ts'
import { releaseOwnAddresses } from '../../people/door.ts'
import { conversations } from '../area.ts'
import { mailReread } from '../facts.ts'
import { ownAddress } from '../import/begin-import.ts'

export const confirmAddress = conversations.action('confirmAddress', {
  about:
    'Say whose an address is that writes from one’s mailbox: one’s own, an assistant’s, or another person’s',
  route: 'POST /mailboxes/:mailboxId/addresses',
  may: sells,
  input: z.object({
    mailboxId: id,
    address: z.string().max(254),
    role: z.enum(['self', 'assistant', 'other']),
  }),
  output: done,
  async run(ctx, { mailboxId, address: typed, role }) {
    const { workspaceId, memberId } = ctx.actor
    const { rows } =
      await sql`select from conversations.mailbox where workspace_id = ${workspaceId} and id = ${mailboxId} and member_id = ${memberId}`.execute(
        ctx.tx,
      )
    if (!rows[0]) throw notFound('mailbox')
    const address = ownAddress(typed)
    await sql`insert into conversations.own_address (workspace_id, member_id, address, role) values (${workspaceId}, ${memberId}, ${address}, ${role})
      on conflict (workspace_id, member_id, address) do update set role = excluded.role`.execute(ctx.tx)
    if (role === 'self') await releaseOwnAddresses(ctx, [address])
    ctx.tell(mailReread, { memberId }, memberId)
    await ctx.later('conversations.rereadStates', {}, { key: `states ${workspaceId} ${memberId}` })
    return { actionId: ctx.actionId }
  },
})
