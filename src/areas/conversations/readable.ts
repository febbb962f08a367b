import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/**
 * The condition under which the acting member may read a message (`m` in the query): a copy lies in a mailbox of
 * theirs, or in one that is shown whole to the team.
 */
export const readable = (ctx: Ctx) => sql`exists (select from conversations.message_copy rc
  join conversations.mailbox rb on rb.workspace_id = rc.workspace_id and rb.id = rc.mailbox_id
  where rc.workspace_id = m.workspace_id and rc.message_id = m.id and (rc.member_id = ${ctx.actor.memberId} or rb.visibility = 'all'))`
