import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { pageOf, readCursor } from '../../../platform/keyset.ts'
import { sells } from '../../../platform/may.ts'
import { cursor, id, limit, page, time } from '../../../platform/shapes.ts'
import { decayed, type Relation } from '../../relationships/door.ts'
import { lists } from '../area.ts'
import { likeText } from '../like-text.ts'
import { direction, relationName } from '../list-shapes.ts'
import { owedPeople } from '../owed-people.ts'

interface Row {
  id: string
  name: string
  domain: string | null
  people: number
  relations: Relation[] | null
  earned: number | null
  heardAt: Date | null
  lastAt: Date | null
  lastDirection: 'in' | 'out' | null
  lastPersonId: string | null
  lastPersonName: string | null
  theirs: number
  mine: number
  personIds: string[] | null
}

/** Of several relations at one company the first of these is shown. */
const foremost: readonly Relation[] = [
  'customer',
  'buyer',
  'partner',
  'colleague',
  'private',
  'unsorted',
  'pitch',
]

export const companies = lists.question('companies', {
  about: 'Companies as a table: who is known there, who wrote last, whether an answer is owed',
  route: 'GET /lists/companies',
  may: sells,
  input: z.object({
    sort: z.enum(['name', 'last']).default('last'),
    dir: z.enum(['asc', 'desc']).optional(),
    q: z.string().trim().max(200).optional(),
    cursor,
    limit,
  }),
  output: page(
    z.object({
      id,
      name: z.string(),
      domain: z.string().nullable(),
      people: z.number(),
      relation: relationName,
      depth: z.number(),
      lastAt: time.nullable(),
      lastDirection: direction.nullable(),
      lastPerson: z.object({ id, name: z.string() }).nullable(),
      theirs: z.number(),
      mine: z.number(),
      owed: z.boolean(),
    }),
  ),
  async run(ctx, { sort, dir, q, cursor, limit }) {
    const { workspaceId, memberId } = ctx.actor
    const asc = dir ? dir === 'asc' : sort === 'name'
    const key = sort === 'name' ? sql`lower(c.name)` : sql`l.last_at`
    const where: RawBuilder<unknown>[] = [sql`c.workspace_id = ${workspaceId}`]
    if (q) where.push(sql`c.id in (select f.id from people.search_companies(${likeText(q)}, 2000) f)`)
    if (sort === 'last') where.push(sql`l.last_at is not null`)
    const after = readCursor(cursor, 2)
    if (after)
      where.push(
        sql`(${key}, c.id) ${sql.raw(asc ? '>' : '<')} (${after[0]}::${sql.raw(sort === 'name' ? 'text' : 'timestamptz')}, ${after[1]}::uuid)`,
      )
    const { rows } = await sql<Row>`
      select c.id, c.name, l.last_at, l.last_direction, l.person_id as last_person_id, l.person_name as last_person_name, g.*,
        (select d.domain from people.domain d where d.workspace_id = c.workspace_id and d.company_id = c.id order by d.domain limit 1) as domain
      from people.company c
      left join lateral (select s.last_at, s.last_direction, p.id as person_id, p.name as person_name from people.person p
        join relationships.standing s on s.workspace_id = p.workspace_id and s.person_id = p.id and s.member_id = ${memberId}
        where p.workspace_id = c.workspace_id and p.company_id = c.id order by s.last_at desc nulls last limit 1) l on true
      left join lateral (select count(*)::int as people, array_agg(distinct r.relation) filter (where r.relation is not null) as relations,
          coalesce(sum(s.theirs), 0)::int as theirs, coalesce(sum(s.mine), 0)::int as mine, array_agg(p.id) as person_ids,
          (array_agg(s.earned order by s.depth_order desc nulls last))[1] as earned, (array_agg(s.heard_at order by s.depth_order desc nulls last))[1] as heard_at
        from people.person p
        left join relationships.standing s on s.workspace_id = p.workspace_id and s.person_id = p.id and s.member_id = ${memberId}
        left join relationships.relation r on r.workspace_id = p.workspace_id and r.person_id = p.id
        where p.workspace_id = c.workspace_id and p.company_id = c.id) g on true
      where ${sql.join(where, sql` and `)}
      order by ${key} ${sql.raw(asc ? 'asc' : 'desc')}, c.id ${sql.raw(asc ? 'asc' : 'desc')} limit ${limit + 1}`.execute(
      ctx.tx,
    )
    const owed = await owedPeople(ctx)
    const found = pageOf(rows, limit, (row) => [
      sort === 'name' ? row.name.toLowerCase() : (row.lastAt?.toISOString() ?? null),
      row.id,
    ])
    return {
      next: found.next,
      items: found.items.map(
        ({ relations, earned, heardAt, lastPersonId, lastPersonName, personIds, ...row }) => ({
          ...row,
          relation: foremost.find((each) => relations?.includes(each)) ?? ('unsorted' as const),
          depth: decayed({ earned: earned ?? 0, heardAt }, ctx.now),
          lastPerson:
            lastPersonId && lastPersonName !== null ? { id: lastPersonId, name: lastPersonName } : null,
          owed: (personIds ?? []).some((each) => owed.has(each)),
        }),
      ),
    }
  },
})
