import { sql } from 'kysely'
import { z } from 'zod'
import { readsTeam } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { people } from '../area.ts'

const answer = z.object({
  id,
  name: z.string(),
  nameSource: z.enum(['domain', 'typed']),
  domains: z.array(z.string()),
  people: z.number(),
})

export const getCompany = people.question('getCompany', {
  about: 'One company: its name, its domains, how many people are known there',
  route: 'GET /companies/:companyId',
  may: readsTeam,
  input: z.object({ companyId: id }),
  output: answer,
  async run(ctx, { companyId }) {
    const { rows } = await sql<z.infer<typeof answer>>`
      select c.id, c.name, c.name_source,
        coalesce((select jsonb_agg(d.domain order by d.domain) from people.domain d where d.workspace_id = c.workspace_id and d.company_id = c.id), '[]') as domains,
        (select count(*)::int from people.person p where p.workspace_id = c.workspace_id and p.company_id = c.id) as people
      from people.company c where c.workspace_id = ${ctx.actor.workspaceId} and c.id = ${companyId}`.execute(
      ctx.tx,
    )
    if (!rows[0]) throw notFound('company')
    return rows[0]
  },
})
