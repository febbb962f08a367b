import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { id } from '../../../platform/shapes.ts'
import { assertReadsThread, openThreads } from '../../conversations/door.ts'
import { lists } from '../area.ts'
import { threadStates } from '../list-shapes.ts'
import { sortedThreads } from '../sorted-threads.ts'

export const threadState = lists.question('threadState', {
  about: 'Whose turn it is in a conversation, and why: the same word as on Today and in the list',
  route: 'GET /lists/threads/:threadId/state',
  may: sells,
  input: z.object({ threadId: id }),
  output: z.object({ state: threadStates, because: z.string() }),
  async run(ctx, { threadId }) {
    await assertReadsThread(ctx, threadId)
    const said = await sortedThreads(ctx, await openThreads(ctx, ctx.actor.memberId, ctx.now, [threadId]))
    return (
      said.get(threadId) ?? { state: 'closed' as const, because: 'none of its mails lies in your mailboxes' }
    )
  },
})
