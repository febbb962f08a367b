import { sql } from 'kysely'
import { z } from 'zod'
import { pageOf, readCursor } from '../../../platform/keyset.ts'
import { sells } from '../../../platform/may.ts'
import { cursor, id, limit, page, time } from '../../../platform/shapes.ts'
import { assertPerson } from '../../people/door.ts'
import { conversations } from '../area.ts'
import { touchQuery } from '../touch-query.ts'

const mail = z.object({
  type: z.literal('mail'),
  id,
  threadId: id,
  at: time,
  direction: z.enum(['in', 'out']),
  subject: z.string(),
  newText: z.string(),
  asks: z.array(z.object({ text: z.string(), start: z.number(), end: z.number() })),
})
const activity = z.object({
  type: z.enum(['note', 'call', 'meeting', 'visit']),
  id,
  at: time,
  text: z.string(),
  member: z.object({ id, name: z.string() }),
})

export const timeline = conversations.question('timeline', {
  about: 'The true history with a person, newest first: mails between them and you, and the team’s notes',
  route: 'GET /people/:personId/timeline',
  may: sells,
  input: z.object({ personId: id, cursor, limit }),
  output: page(z.discriminatedUnion('type', [mail, activity])),
  async run(ctx, { personId, cursor, limit }) {
    const { workspaceId, memberId } = ctx.actor
    await assertPerson(ctx, personId)
    const after = readCursor(cursor, ['time', 'id'])
    const before = (at: ReturnType<typeof sql>, key: ReturnType<typeof sql>) =>
      after ? sql`and (${at}, ${key}) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``
    const touches = await touchQuery(ctx, { personIds: [personId], memberId })
    const { rows: mails } = await sql<{
      id: string
      threadId: string
      at: Date
      direction: 'in' | 'out'
      subject: string
      newText: string
      asks: z.infer<typeof mail>['asks']
    }>`
      select t.message_id as id, t.thread_id, t.at, t.direction, m.subject, m.new_text, m.asks
      from ${touches} t join conversations.message m on m.workspace_id = ${workspaceId} and m.id = t.message_id
      where true ${before(sql`t.at`, sql`t.message_id`)}
      order by t.at desc, t.message_id desc limit ${limit + 1}`.execute(ctx.tx)
    const { rows: notes } = await sql<{
      id: string
      at: Date
      type: 'note' | 'call' | 'meeting' | 'visit'
      text: string
      memberId: string
      memberName: string
    }>`
      select a.id, a.at, a.kind as type, a.text, a.member_id, coalesce(mb.name, '') as member_name
      from conversations.activity a left join platform.member mb on mb.workspace_id = a.workspace_id and mb.id = a.member_id
      where a.workspace_id = ${workspaceId} and a.person_id = ${personId} ${before(sql`a.at`, sql`a.id`)}
      order by a.at desc, a.id desc limit ${limit + 1}`.execute(ctx.tx)
    const all = [
      ...mails.map((row) => ({ ...row, type: 'mail' as const })),
      ...notes.map(({ memberId: noter, memberName, ...row }) => ({
        ...row,
        member: { id: noter, name: memberName },
      })),
    ].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
    return pageOf(all, limit, (row) => [row.at.toISOString(), row.id])
  },
})
