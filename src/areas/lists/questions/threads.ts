import { sql } from 'kysely'
import { z } from 'zod'
import { pageOf, readCursor } from '../../../platform/keyset.ts'
import { sells } from '../../../platform/may.ts'
import { cursor, id, limit, page, time } from '../../../platform/shapes.ts'
import { openThreads } from '../../conversations/door.ts'
import { lists } from '../area.ts'
import { threadStates } from '../list-shapes.ts'
import { sortedThreads, type ThreadSaid } from '../sorted-threads.ts'

interface Row {
  id: string
  subject: string
  lastAt: Date
  messages: number
  snippet: string
  people: { id: string; name: string }[] | null
}

export const threads = lists.question('threads', {
  about:
    'One’s conversations, newest first: owed and waited for exactly as on Today, those that do not count apart',
  route: 'GET /lists/threads',
  may: sells,
  input: z.object({
    state: z.enum(['owed-by-me', 'waiting-for-them', 'not-counted', 'all']).default('all'),
    cursor,
    limit,
  }),
  output: page(
    z.object({
      id,
      subject: z.string(),
      state: threadStates,
      because: z.string(),
      people: z.array(z.object({ id, name: z.string() })),
      lastAt: time,
      messages: z.number(),
      snippet: z.string(),
    }),
  ),
  async run(ctx, { state, cursor, limit }) {
    const { workspaceId, memberId } = ctx.actor
    const after = readCursor(cursor, ['time', 'id'])
    const chosen =
      state === 'all'
        ? null
        : [...(await sortedThreads(ctx, await openThreads(ctx, memberId, ctx.now)))].flatMap(
            ([threadId, said]) => (said.state === state ? [threadId] : []),
          )
    const { rows } = await sql<Row>`
      select t.id, t.subject, s.last_at, t.messages, left(l.new_text, 200) as snippet,
        (select jsonb_agg(distinct jsonb_build_object('id', p.id, 'name', p.name)) from (
          select a.person_id from conversations.message m join people.address a on a.workspace_id = m.workspace_id and a.id = m.from_address_id
            where m.workspace_id = t.workspace_id and m.thread_id = t.id and m.kind = 'human'
          union select a.person_id from conversations.message_party mp join people.address a on a.workspace_id = mp.workspace_id and a.id = mp.address_id
            where mp.workspace_id = t.workspace_id and mp.message_id = l.id and mp.role = 'to' limit 6) x
          join people.person p on p.workspace_id = t.workspace_id and p.id = x.person_id) as people
      from conversations.thread_state s
      join conversations.thread t on t.workspace_id = s.workspace_id and t.id = s.thread_id
      cross join lateral (select m.id, m.new_text from conversations.message m where m.workspace_id = t.workspace_id and m.thread_id = t.id
        order by m.sent_at desc, m.id desc limit 1) l
      where s.workspace_id = ${workspaceId} and s.member_id = ${memberId}
        ${chosen ? sql`and s.thread_id = any(${chosen}::uuid[])` : sql``}
        ${after ? sql`and (s.last_at, s.thread_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
      order by s.last_at desc, s.thread_id desc limit ${limit + 1}`.execute(ctx.tx)
    const found = pageOf(rows, limit, (row) => [row.lastAt.toISOString(), row.id])
    const said = await sortedThreads(
      ctx,
      await openThreads(
        ctx,
        memberId,
        ctx.now,
        found.items.map((row) => row.id),
      ),
    )
    const quiet: ThreadSaid = { state: 'closed', because: 'none of its mails has a date that can be trusted' }
    return {
      next: found.next,
      items: found.items.map((row) => ({ ...row, people: row.people ?? [], ...(said.get(row.id) ?? quiet) })),
    }
  },
})
