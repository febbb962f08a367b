import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { pageOf, readCursor } from '../../../platform/keyset.ts'
import { sells } from '../../../platform/may.ts'
import { cursor, id, limit, page, time } from '../../../platform/shapes.ts'
import { decayed, type Relation } from '../../relationships/door.ts'
import { lists } from '../area.ts'
import { boundedCount, listCount } from '../bounded-count.ts'
import { likeText } from '../like-text.ts'
import { direction, relationName, strokes } from '../list-shapes.ts'
import { owedPeople } from '../owed-people.ts'

interface Row {
  id: string
  /** What the page is sorted by, as Postgres sees it. */
  key: string | Date
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
  exchanges: z.infer<typeof strokes>[] | null
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

/** Strokes of a company's exchange, and of how many of its people: those who wrote or were written to last. */
const mostDrawn = 24

const one: Record<Relation, string> = {
  customer: 'is a customer',
  buyer: 'is a buyer',
  partner: 'is a partner',
  colleague: 'is a colleague',
  private: 'is private',
  unsorted: 'is not sorted yet',
  pitch: 'wants to sell to you',
}
const many: Record<Relation, string> = {
  customer: 'are customers',
  buyer: 'are buyers',
  partner: 'are partners',
  colleague: 'are colleagues',
  private: 'are private',
  unsorted: 'are not sorted yet',
  pitch: 'want to sell to you',
}

/** What a company is shown as: the foremost relation of its people, and how many of them bear it. */
function foremostOf(relations: readonly Relation[]): { relation: Relation; relationBecause: string } {
  const relation = foremost.find((each) => relations.includes(each)) ?? 'unsorted'
  const n = relations.filter((each) => each === relation).length
  if (relations.length === 0) return { relation, relationBecause: 'nobody of theirs is known yet' }
  const bear = n === 1 ? one[relation] : many[relation]
  if (relations.length === 1) return { relation, relationBecause: `the one person known here ${bear}` }
  return { relation, relationBecause: `${n} of the ${relations.length} people known here ${bear}` }
}

/** Companies that are shown under a relation: somebody bears it, nobody one that stands before it. */
function isForemost(relation: Relation): RawBuilder<unknown> {
  const bears = (which: readonly Relation[]) => sql`exists (select from people.person b
    left join relationships.relation br on br.workspace_id = b.workspace_id and br.person_id = b.id
    where b.workspace_id = c.workspace_id and b.company_id = c.id and coalesce(br.relation, 'unsorted') = any(${which}::text[]))`
  return sql`(${bears([relation])} and not ${bears(foremost.slice(0, foremost.indexOf(relation)))})`
}

/** The last mails with anyone of theirs, oldest first. */
const latest = (exchanges: readonly z.infer<typeof strokes>[]): z.infer<typeof strokes> =>
  exchanges
    .flat()
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(-mostDrawn)

export const companies = lists.question('companies', {
  about: 'Companies as a table: who is known there, who wrote last, whether an answer is owed',
  route: 'GET /lists/companies',
  may: sells,
  input: z.object({
    sort: z.enum(['name', 'last']).default('last'),
    dir: z.enum(['asc', 'desc']).optional(),
    q: z.string().trim().max(200).optional(),
    relation: relationName.optional(),
    owed: z.stringbool().optional(),
    companyId: id.optional(),
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
      relationBecause: z.string(),
      depth: z.number(),
      lastAt: time.nullable(),
      lastDirection: direction.nullable(),
      lastPerson: z.object({ id, name: z.string() }).nullable(),
      theirs: z.number(),
      mine: z.number(),
      owed: z.boolean(),
      exchange: strokes,
    }),
  ).extend({ count: listCount }),
  async run(ctx, { sort, dir, q, relation, owed: owedOnly, companyId, cursor, limit }) {
    const { workspaceId, memberId } = ctx.actor
    const asc = dir ? dir === 'asc' : sort === 'name'
    // Those without any contact stand behind all others.
    const key = sort === 'name' ? sql`lower(c.name)` : sql`coalesce(l.last_at, '0001-01-01Z'::timestamptz)`
    const where: RawBuilder<unknown>[] = [sql`c.workspace_id = ${workspaceId}`]
    if (q) where.push(sql`c.id in (select f.id from people.search_companies(${likeText(q)}, 2000) f)`)
    if (companyId) where.push(sql`c.id = ${companyId}`)
    if (relation) where.push(isForemost(relation))
    const owed = await owedPeople(ctx)
    if (owedOnly)
      where.push(
        sql`exists (select from people.person o where o.workspace_id = c.workspace_id and o.company_id = c.id and o.id = any(${[...owed]}::uuid[]))`,
      )
    const count = cursor
      ? null
      : await boundedCount(ctx, sql`from people.company c where ${sql.join(where, sql` and `)}`)
    const after = readCursor(cursor, [sort === 'name' ? 'text' : 'time', 'id'])
    if (after)
      where.push(
        sql`(${key}, c.id) ${sql.raw(asc ? '>' : '<')} (${after[0]}::${sql.raw(sort === 'name' ? 'text' : 'timestamptz')}, ${after[1]}::uuid)`,
      )
    const way = sql.raw(asc ? 'asc' : 'desc')
    const { rows } = await sql<Row>`
      with page as (
        select c.workspace_id, c.id, c.name, ${key} as key, l.* from people.company c
        left join lateral (select s.last_at, s.last_direction, p.id as last_person_id, p.name as last_person_name from people.person p
          join relationships.standing s on s.workspace_id = p.workspace_id and s.person_id = p.id and s.member_id = ${memberId}
          where p.workspace_id = c.workspace_id and p.company_id = c.id order by s.last_at desc nulls last, p.id limit 1) l on true
        where ${sql.join(where, sql` and `)}
        order by ${key} ${way}, c.id ${way} limit ${limit + 1}
      )
      select page.*, g.*,
        (select d.domain from people.domain d where d.workspace_id = page.workspace_id and d.company_id = page.id order by d.domain limit 1) as domain
      from page
      cross join lateral (select count(*)::int as people, array_agg(coalesce(r.relation, 'unsorted')) as relations,
          coalesce(sum(s.theirs), 0)::int as theirs, coalesce(sum(s.mine), 0)::int as mine, array_agg(p.id) as person_ids,
          (array_agg(s.earned order by s.depth_order desc nulls last))[1] as earned, (array_agg(s.heard_at order by s.depth_order desc nulls last))[1] as heard_at,
          (select jsonb_agg(x.exchange) from (select e.exchange from people.person ep join relationships.standing e on e.workspace_id = ep.workspace_id
            and e.person_id = ep.id and e.member_id = ${memberId} where ep.workspace_id = page.workspace_id and ep.company_id = page.id
            order by e.last_at desc nulls last limit ${mostDrawn}) x) as exchanges
        from people.person p
        left join relationships.standing s on s.workspace_id = p.workspace_id and s.person_id = p.id and s.member_id = ${memberId}
        left join relationships.relation r on r.workspace_id = p.workspace_id and r.person_id = p.id
        where p.workspace_id = page.workspace_id and p.company_id = page.id) g
      order by page.key ${way}, page.id ${way}`.execute(ctx.tx)
    const found = pageOf(rows, limit, ({ key, id }) => [key instanceof Date ? key.toISOString() : key, id])
    return {
      next: found.next,
      count,
      items: found.items.map(
        ({
          key: _,
          relations,
          earned,
          heardAt,
          lastPersonId,
          lastPersonName,
          personIds,
          exchanges,
          ...row
        }) => ({
          ...row,
          ...foremostOf(relations ?? []),
          depth: decayed({ earned: earned ?? 0, heardAt }, ctx.now),
          lastPerson:
            lastPersonId && lastPersonName !== null ? { id: lastPersonId, name: lastPersonName } : null,
          owed: (personIds ?? []).some((each) => owed.has(each)),
          exchange: latest(exchanges ?? []),
        }),
      ),
    }
  },
})
