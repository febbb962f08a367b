import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { done, id } from '../../../platform/shapes.ts'
import { people } from '../area.ts'
import { companyChanged } from '../facts.ts'

export const editCompany = people.action('editCompany', {
  about: 'Change a company’s name',
  route: 'POST /companies/:companyId',
  may: sells,
  input: z.object({ companyId: id, name: z.string().trim().min(1, 'a company needs a name').max(200) }),
  output: done,
  async run(ctx, { companyId, name }) {
    const result = await sql`update people.company set name = ${name}, name_source = 'typed'
      where workspace_id = ${ctx.actor.workspaceId} and id = ${companyId}`.execute(ctx.tx)
    if (result.numAffectedRows === 0n) throw notFound('company')
    ctx.tell(companyChanged, { companyId })
    return { actionId: ctx.actionId }
  },
})
