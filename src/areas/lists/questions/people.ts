import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { pageOf, readCursor } from '../../../platform/keyset.ts'
import { sells } from '../../../platform/may.ts'
import { cursor, id, limit, page, time } from '../../../platform/shapes.ts'
import { decayed, layersNow, type Relation } from '../../relationships/door.ts'
import { lists } from '../area.ts'
import { boundedCount, listCount } from '../bounded-count.ts'
import { likeText } from '../like-text.ts'
import { direction, relationName, strokes } from '../list-shapes.ts'
import { owedPeople } from '../owed-people.ts'

interface Row {
  id: string
  name: string
  /** As Postgres lowers it: its alphabet and JavaScript's differ in a few letters, and a page must go on where it ended. */
  nameKey: string
  title: string | null
  address: string | null
  companyId: string | null
  companyName: string | null
  relation: Relation | null
  earned: number | null
  heardAt: Date | null
  depthOrder: number | null
  lastAt: Date | null
  lastDirection: 'in' | 'out' | null
  theirs: number | null
  mine: number | null
  exchange: z.infer<typeof strokes> | null
  drifting: boolean
}

/** What may be sorted by: never a name from the input in the SQL. */
const orders = {
  name: {
    asc: true,
    key: sql`lower(p.name)`,
    type: sql`text`,
    cursor: 'text',
    value: (row: Row) => row.nameKey,
    needsStanding: false,
  },
  last: {
    asc: false,
    key: sql`s.last_at`,
    type: sql`timestamptz`,
    cursor: 'time',
    value: (row: Row) => row.lastAt?.toISOString() ?? null,
    needsStanding: true,
  },
  depth: {
    asc: false,
    key: sql`s.depth_order`,
    type: sql`float8`,
    cursor: 'number',
    value: (row: Row) => row.depthOrder,
    needsStanding: true,
  },
} as const

export const people = lists.question('people', {
  about: 'People as a table: how one stands with each, sorted by name, last contact or depth',
  route: 'GET /lists/people',
  may: sells,
  input: z.object({
    sort: z.enum(['name', 'last', 'depth']).default('last'),
    dir: z.enum(['asc', 'desc']).optional(),
    q: z.string().trim().max(200).optional(),
    relation: relationName.optional(),
    companyId: id.optional(),
    owed: z.stringbool().optional(),
    drifting: z.stringbool().optional(),
    /** Only the innermost so many: 5, 15, 50 or 150. */
    layer: z.coerce.number().int().min(1).max(150).optional(),
    cursor,
    limit,
  }),
  output: page(
    z.object({
      id,
      name: z.string(),
      title: z.string().nullable(),
      address: z.string().nullable(),
      company: z.object({ id, name: z.string() }).nullable(),
      relation: relationName,
      depth: z.number(),
      lastAt: time.nullable(),
      lastDirection: direction.nullable(),
      theirs: z.number(),
      mine: z.number(),
      owed: z.boolean(),
      drifting: z.boolean(),
      exchange: strokes,
    }),
  ).extend({ count: listCount }),
  async run(
    ctx,
    { sort, dir, q, relation, companyId, owed: owedOnly, drifting: driftingOnly, layer, cursor, limit },
  ) {
    const { workspaceId, memberId } = ctx.actor
    const order = orders[sort]
    const asc = dir ? dir === 'asc' : order.asc
    const way = sql.raw(asc ? 'asc' : 'desc')
    const owed = await owedPeople(ctx)
    const drifting = sql`(s.counts and s.drifts_from <= ${ctx.now} and s.lost_from > ${ctx.now})`
    const where: RawBuilder<unknown>[] = [sql`p.workspace_id = ${workspaceId}`]
    if (q) where.push(sql`p.id in (select f.id from people.search_people(${likeText(q)}, 2000) f)`)
    if (companyId) where.push(sql`p.company_id = ${companyId}`)
    if (relation)
      where.push(
        relation === 'unsorted'
          ? sql`(r.relation = 'unsorted' or r.relation is null)`
          : sql`r.relation = ${relation}`,
      )
    if (owedOnly) where.push(sql`p.id = any(${[...owed]}::uuid[])`)
    if (driftingOnly) where.push(drifting)
    if (layer) {
      const { people: ranked } = await layersNow(ctx, memberId, ctx.now)
      where.push(sql`p.id = any(${ranked.slice(0, layer).map((each) => each.id)}::uuid[])`)
    }
    const from = sql`from people.person p
      left join relationships.standing s on s.workspace_id = p.workspace_id and s.person_id = p.id and s.member_id = ${memberId}
      left join relationships.relation r on r.workspace_id = p.workspace_id and r.person_id = p.id`
    const count = cursor ? null : await boundedCount(ctx, sql`${from} where ${sql.join(where, sql` and `)}`)
    const after = readCursor(cursor, [order.needsStanding ? [order.cursor, 'none'] : order.cursor, 'id'])
    const onwards = after
      ? sql`(${order.key}, p.id) ${sql.raw(asc ? '>' : '<')} (${after[0]}::${order.type}, ${after[1]}::uuid)`
      : sql`true`
    const page = async (more: RawBuilder<unknown>[], by: RawBuilder<unknown>, most: number) =>
      (
        await sql<Row>`
      select p.id, p.name, lower(p.name) as name_key, p.title, c.id as company_id, c.name as company_name, r.relation, s.earned, s.heard_at, s.depth_order,
        s.last_at, s.last_direction, s.theirs, s.mine, s.exchange, coalesce(${drifting}, false) as drifting,
        (select a.address from people.address a where a.workspace_id = p.workspace_id and a.person_id = p.id order by a.first_seen, a.address limit 1) as address
      ${from}
      left join people.company c on c.workspace_id = p.workspace_id and c.id = p.company_id
      where ${sql.join([...where, ...more], sql` and `)}
      order by ${by} limit ${most}`.execute(ctx.tx)
      ).rows
    const ordered = sql`${order.key} ${way}, p.id ${way}`
    const rows: Row[] = []
    if (!order.needsStanding) rows.push(...(await page([onwards], ordered, limit + 1)))
    else {
      // Those with whom there was any contact, then those with whom there was none: whoever was just met is here too.
      if (after?.[0] !== null)
        rows.push(...(await page([onwards, sql`s.last_at is not null`], ordered, limit + 1)))
      const rest = after && after[0] === null ? [sql`p.id < ${after[1]}::uuid`] : []
      if (rows.length <= limit)
        rows.push(...(await page([...rest, sql`s.last_at is null`], sql`p.id desc`, limit + 1 - rows.length)))
    }
    const found = pageOf(rows, limit, (row) => [order.value(row), row.id])
    return {
      next: found.next,
      count,
      items: found.items.map(
        ({ companyId, companyName, earned, heardAt, depthOrder: _, nameKey: __, ...row }) => ({
          ...row,
          company: companyId && companyName !== null ? { id: companyId, name: companyName } : null,
          relation: row.relation ?? ('unsorted' as const),
          depth: decayed({ earned: earned ?? 0, heardAt }, ctx.now),
          theirs: row.theirs ?? 0,
          mine: row.mine ?? 0,
          exchange: row.exchange ?? [],
          owed: owed.has(row.id),
        }),
      ),
    }
  },
})
