import { sql } from 'kysely'
import { z } from 'zod'
import { readsTeam } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { id, time } from '../../../platform/shapes.ts'
import { people } from '../area.ts'

const answer = z.object({
  id,
  name: z.string(),
  given: z.string().nullable(),
  family: z.string().nullable(),
  nameSource: z.enum(['mail', 'address', 'typed']),
  title: z.string().nullable(),
  company: z.object({ id, name: z.string(), domain: z.string().nullable() }).nullable(),
  addresses: z.array(z.object({ id, address: z.string(), evidence: z.string(), firstSeen: time.nullable() })),
  timeZone: z.string().nullable(),
  zoneMinutes: z.number().nullable(),
  tags: z.array(z.string()),
  met: z.string().nullable(),
  permission: z.enum(['none', 'implicit', 'explicit', 'withdrawn']),
  personal: z.array(z.object({ id, text: z.string(), source: z.string(), at: time })),
})

export const get = people.question('get', {
  about: 'One person: names, addresses with their evidence, company, what a member typed',
  route: 'GET /people/:personId',
  may: readsTeam,
  input: z.object({ personId: id }),
  output: answer,
  async run(ctx, { personId }) {
    const { rows } = await sql<z.infer<typeof answer>>`
      select p.id, p.name, p.given, p.family, p.name_source, p.title, p.time_zone, p.zone_minutes, p.tags, p.met, p.permission,
        case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name, 'domain',
          (select d.domain from people.domain d where d.workspace_id = c.workspace_id and d.company_id = c.id order by d.domain limit 1)) end as company,
        coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'address', a.address, 'evidence', a.evidence,
          'firstSeen', to_char(a.first_seen at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by a.first_seen, a.address)
          from people.address a where a.workspace_id = p.workspace_id and a.person_id = p.id), '[]') as addresses,
        coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'text', f.text, 'source', f.source,
          'at', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by f.at desc)
          from people.personal_fact f where f.workspace_id = p.workspace_id and f.person_id = p.id), '[]') as personal
      from people.person p left join people.company c on c.workspace_id = p.workspace_id and c.id = p.company_id
      where p.workspace_id = ${ctx.actor.workspaceId} and p.id = ${personId}`.execute(ctx.tx)
    if (!rows[0]) throw notFound('person')
    return rows[0]
  },
})
