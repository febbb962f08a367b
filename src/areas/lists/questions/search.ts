import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { id, time } from '../../../platform/shapes.ts'
import { lists } from '../area.ts'
import { likeText } from '../like-text.ts'
import { messageQuery, snippetOf } from '../message-query.ts'

/** Under two characters everything is found, which is nothing. */
const shortest = 2

export const search = lists.question('search', {
  about: 'Find people, companies and mails as one types',
  route: 'GET /search',
  may: sells,
  input: z.object({ q: z.string().max(200), limit: z.coerce.number().int().min(1).max(20).default(6) }),
  output: z.object({
    people: z.array(
      z.object({ id, name: z.string(), company: z.string().nullable(), address: z.string().nullable() }),
    ),
    companies: z.array(z.object({ id, name: z.string(), domain: z.string().nullable() })),
    messages: z.array(
      z.object({
        messageId: id,
        threadId: id,
        subject: z.string(),
        from: z.string(),
        at: time,
        snippet: z.string(),
        /** Where the words stand in the snippet, half-open. */
        marks: z.array(z.object({ start: z.number(), end: z.number() })),
      }),
    ),
  }),
  async run(ctx, { q, limit }) {
    const typed = q.trim()
    if (typed.length < shortest) return { people: [], companies: [], messages: [] }
    const { workspaceId, memberId } = ctx.actor
    const like = likeText(typed)
    const { rows: people } = await sql<{
      id: string
      name: string
      company: string | null
      address: string | null
    }>`
      select p.id, p.name, c.name as company,
        (select a.address from people.address a where a.workspace_id = p.workspace_id and a.person_id = p.id order by a.first_seen, a.address limit 1) as address
      from people.search_people(${like}, 60) f join people.person p on p.workspace_id = ${workspaceId} and p.id = f.id
      left join people.company c on c.workspace_id = p.workspace_id and c.id = p.company_id
      left join relationships.standing s on s.workspace_id = p.workspace_id and s.person_id = p.id and s.member_id = ${memberId}
      order by f.rank desc, s.depth_order desc nulls last, p.name limit ${limit}`.execute(ctx.tx)
    const { rows: companies } = await sql<{ id: string; name: string; domain: string | null }>`
      select c.id, c.name, (select d.domain from people.domain d where d.workspace_id = c.workspace_id and d.company_id = c.id order by d.domain limit 1) as domain
      from people.search_companies(${like}, ${limit}) f join people.company c on c.workspace_id = ${workspaceId} and c.id = f.id
      order by f.rank desc, c.name`.execute(ctx.tx)
    const query = messageQuery(typed)
    const { rows: messages } = query
      ? await sql<{
          messageId: string
          threadId: string
          subject: string
          from: string
          at: Date
          text: string
        }>`
          select m.id as message_id, m.thread_id, m.subject, coalesce(nullif(m.from_name, ''), a.address, '') as from, m.sent_at as at, left(m.new_text, 20000) as text
          from conversations.search_messages(${query}, ${memberId}, ${limit}) f
          join conversations.message m on m.workspace_id = ${workspaceId} and m.id = f.message_id
          left join people.address a on a.workspace_id = m.workspace_id and a.id = m.from_address_id
          order by m.sent_at desc`.execute(ctx.tx)
      : { rows: [] }
    return {
      people,
      companies,
      messages: messages.map(({ text, ...row }) => ({ ...row, ...snippetOf(text, typed) })),
    }
  },
})
