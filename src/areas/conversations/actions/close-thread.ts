import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { done, id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { threadDecided } from '../facts.ts'
import { assertReadsThread } from '../threads/assert-reads-thread.ts'

export const closeThread = conversations.action('closeThread', {
  about: 'Say that a thread needs no reply, until somebody writes again',
  route: 'POST /threads/:threadId/close',
  may: sells,
  input: z.object({ threadId: id }),
  output: done,
  async run(ctx, { threadId }) {
    await assertReadsThread(ctx, threadId)
    await sql`insert into conversations.thread_choice (workspace_id, member_id, thread_id, state, at)
      values (${ctx.actor.workspaceId}, ${ctx.actor.memberId}, ${threadId}, 'needs-no-reply', ${ctx.now})
      on conflict (workspace_id, member_id, thread_id) do update set at = excluded.at`.execute(ctx.tx)
    ctx.tell(threadDecided, { threadId }, ctx.actor.memberId)
    return { actionId: ctx.actionId }
  },
})
