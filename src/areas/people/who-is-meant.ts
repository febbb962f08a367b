import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { type PersonHead, personHeads } from './person-heads.ts'

export interface Meant {
  type: 'person' | 'company'
  id: string
  name: string
}

/** People of a company that are looked at. */
const mostPeople = 1000

/**
 * Whom a few words mean: an address, a domain, a name (whole, or its beginning). The first found is taken, the others
 * are said. `people`: the person, or everyone at the company.
 */
export async function whoIsMeant(
  ctx: Ctx,
  words: string,
): Promise<{ subject: Meant; people: PersonHead[]; others: Meant[] }> {
  const { workspaceId } = ctx.actor
  const said = words.trim().toLowerCase()
  const { rows } = await sql<Meant & { score: number }>`
    select 'person' as type, p.id, p.name, 5 as score from people.address a join people.person p on p.workspace_id = a.workspace_id and p.id = a.person_id
      where a.workspace_id = ${workspaceId} and a.address = ${said}
    union select 'company', c.id, c.name, 4 from people.domain d join people.company c on c.workspace_id = d.workspace_id and c.id = d.company_id
      where d.workspace_id = ${workspaceId} and d.domain = ${said}
    union select 'company', c.id, c.name, case when lower(c.name) = ${said} then 4 when starts_with(lower(c.name), ${said}) then 2.5 else 1 end from people.search_companies(${like(said)}, 5) f
      join people.company c on c.workspace_id = ${workspaceId} and c.id = f.id
    union select 'person', p.id, p.name, case when lower(p.name) = ${said} then 3 else 1 + f.rank end from people.search_people(${like(said)}, 8) f
      join people.person p on p.workspace_id = ${workspaceId} and p.id = f.id
    order by score desc, name limit 12`.execute(ctx.tx)
  const unique = [
    ...new Map(rows.map((row) => [row.id, { type: row.type, id: row.id, name: row.name }])).values(),
  ]
  const subject = unique[0]
  if (!subject) throw notFound(`person or company as “${words.slice(0, 80)}”`)
  const ids =
    subject.type === 'person'
      ? [subject.id]
      : (
          await sql<{
            id: string
          }>`select id from people.person where workspace_id = ${workspaceId} and company_id = ${subject.id} limit ${mostPeople}`.execute(
            ctx.tx,
          )
        ).rows.map((row) => row.id)
  return { subject, people: [...(await personHeads(ctx, ids)).values()], others: unique.slice(1, 6) }
}

const like = (text: string) => text.replace(/[\\%_]/g, '\\$&')
