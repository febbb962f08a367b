import { sql } from 'kysely'
import { z } from 'zod'
import { pageOf, readCursor } from '../../../platform/keyset.ts'
import { sells } from '../../../platform/may.ts'
import { cursor, id, limit, page, time } from '../../../platform/shapes.ts'
import { relationships } from '../area.ts'

export const unsorted = relationships.question('unsorted', {
  about: 'People whose relation the rules cannot tell, by domain: one key sorts them',
  route: 'GET /relations/unsorted',
  may: sells,
  input: z.object({ cursor, limit }),
  output: page(
    z.object({
      domain: z.string().nullable(),
      people: z.number(),
      theirs: z.number(),
      mine: z.number(),
      lastAt: time,
      because: z.string(),
      sample: z.array(z.object({ id, name: z.string() })),
    }),
  ),
  async run(ctx, { cursor, limit }) {
    const after = readCursor(cursor, ['time', 'text'])
    const { rows } = await sql<{
      key: string
      domain: string | null
      people: number
      theirs: number
      mine: number
      lastAt: Date
      because: string
      sample: { id: string; name: string }[]
    }>`
      select * from (
        select coalesce(r.domain, p.id::text) as key, r.domain, count(*)::int as people, sum(s.theirs)::int as theirs, sum(s.mine)::int as mine, max(s.last_at) as last_at,
          (array_agg(r.because order by s.last_at desc))[1] as because,
          (array_agg(jsonb_build_object('id', p.id, 'name', p.name) order by s.last_at desc))[1:5] as sample
        from relationships.relation r
        join relationships.standing s on s.workspace_id = r.workspace_id and s.person_id = r.person_id and s.member_id = ${ctx.actor.memberId} and s.theirs > 0
        join people.person p on p.workspace_id = r.workspace_id and p.id = r.person_id
        where r.workspace_id = ${ctx.actor.workspaceId} and r.relation = 'unsorted'
        group by 1, 2) x
      ${after ? sql`where (last_at, key) < (${after[0]}::timestamptz, ${after[1]})` : sql``}
      order by last_at desc, key desc limit ${limit + 1}`.execute(ctx.tx)
    const found = pageOf(rows, limit, (row) => [row.lastAt.toISOString(), row.key])
    return { next: found.next, items: found.items.map(({ key: _, ...row }) => row) }
  },
})
