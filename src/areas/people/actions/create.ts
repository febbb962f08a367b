import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { newId } from '../../../platform/new-id.ts'
import { conflict } from '../../../platform/refusal.ts'
import { done, id } from '../../../platform/shapes.ts'
import { admitCompanies } from '../admit-companies.ts'
import { people } from '../area.ts'
import { companyOfDomain } from '../company-of-domain.ts'
import { peopleChanged } from '../facts.ts'
import { readName } from '../person-name.ts'

export const create = people.action('create', {
  about: 'Add a person whom one has met: name, address if there is one, where, one personal thing',
  route: 'POST /people',
  may: sells,
  input: z.object({
    name: z.string().trim().min(1, 'a person needs a name').max(200),
    address: z.email('this is no mail address').max(254).optional(),
    where: z.string().trim().max(200).optional(),
    personal: z.string().trim().max(1000).optional(),
    permission: z.enum(['none', 'implicit', 'explicit', 'withdrawn']).default('none'),
  }),
  output: done.extend({ id }),
  async run(ctx, { name, address: typed, where, personal, permission }) {
    const { workspaceId, memberId } = ctx.actor
    const address = typed?.toLowerCase()
    const { rows: known } = await sql<{
      id: string
      personId: string | null
      name: string | null
      isOwn: boolean
    }>`
      select a.id, a.person_id, p.name, a.evidence = 'your own address' as is_own from people.address a left join people.person p on p.workspace_id = a.workspace_id and p.id = a.person_id
      where a.workspace_id = ${workspaceId} and a.address = ${address ?? ''}`.execute(ctx.tx)
    if (known[0]?.personId) throw conflict(`${known[0].name} has this address already.`, 'Open them instead.')
    if (known[0]?.isOwn) throw conflict('This is a member’s own address.')
    const domain = address ? companyOfDomain(address).domain : null
    const companyId = domain ? ((await admitCompanies(ctx, [domain], null)).get(domain) ?? null) : null
    const personId = newId(ctx.now.getTime())
    const read = readName(name)
    await sql`insert into people.person (workspace_id, id, name, given, family, name_source, company_id, met, permission, created_at)
      values (${workspaceId}, ${personId}, ${name}, ${read.given || null}, ${read.family || null}, 'typed', ${companyId}, ${where ?? null}, ${permission}, ${ctx.now})`.execute(
      ctx.tx,
    )
    if (known[0])
      await sql`update people.address set person_id = ${personId}, kind = 'person', evidence = 'typed by a member' where workspace_id = ${workspaceId} and id = ${known[0].id}`.execute(
        ctx.tx,
      )
    else if (address)
      await sql`insert into people.address (workspace_id, id, address, person_id, name, evidence, first_seen)
        values (${workspaceId}, ${newId(ctx.now.getTime())}, ${address}, ${personId}, ${name}, 'typed by a member', ${ctx.now})`.execute(
        ctx.tx,
      )
    if (personal)
      await sql`insert into people.personal_fact (workspace_id, id, person_id, text, source, member_id, at)
        values (${workspaceId}, ${newId(ctx.now.getTime())}, ${personId}, ${personal}, ${where ? `met, ${where}` : 'typed'}, ${memberId}, ${ctx.now})`.execute(
        ctx.tx,
      )
    ctx.tell(peopleChanged, { personIds: [personId] })
    return { id: personId, actionId: ctx.actionId }
  },
})
