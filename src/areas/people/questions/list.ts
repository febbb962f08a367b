import { sql } from 'kysely'
import { z } from 'zod'
import { pageOf, readCursor } from '../../../platform/keyset.ts'
import { readsTeam } from '../../../platform/may.ts'
import { cursor, id, limit, page, time } from '../../../platform/shapes.ts'
import { people } from '../area.ts'

export const list = people.question('list', {
  about: 'People by name',
  route: 'GET /people',
  may: readsTeam,
  input: z.object({ q: z.string().trim().max(200).optional(), companyId: id.optional(), cursor, limit }),
  output: page(
    z.object({
      id,
      name: z.string(),
      title: z.string().nullable(),
      company: z.object({ id, name: z.string() }).nullable(),
      address: z.string().nullable(),
      createdAt: time,
    }),
  ),
  async run(ctx, { q, companyId, cursor, limit }) {
    const after = readCursor(cursor, ['text', 'id'])
    const { rows } = await sql<{
      id: string
      name: string
      nameKey: string
      title: string | null
      companyId: string | null
      companyName: string | null
      address: string | null
      createdAt: Date
    }>`
      select p.id, p.name, lower(p.name) as name_key, p.title, c.id as company_id, c.name as company_name, p.created_at,
        (select a.address from people.address a where a.workspace_id = p.workspace_id and a.person_id = p.id order by a.first_seen, a.address limit 1) as address
      from people.person p left join people.company c on c.workspace_id = p.workspace_id and c.id = p.company_id
      where p.workspace_id = ${ctx.actor.workspaceId}
        ${q ? sql`and starts_with(lower(p.name), ${q.toLowerCase()})` : sql``}
        ${companyId ? sql`and p.company_id = ${companyId}` : sql``}
        ${after ? sql`and (lower(p.name), p.id) > (${after[0]}, ${after[1]}::uuid)` : sql``}
      order by lower(p.name), p.id limit ${limit + 1}`.execute(ctx.tx)
    const found = pageOf(rows, limit, (row) => [row.nameKey, row.id])
    return {
      next: found.next,
      items: found.items.map(({ companyId, companyName, nameKey: _, ...row }) => ({
        ...row,
        company: companyId && companyName !== null ? { id: companyId, name: companyName } : null,
      })),
    }
  },
})
