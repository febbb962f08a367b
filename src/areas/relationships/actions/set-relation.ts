import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { invalid } from '../../../platform/refusal.ts'
import { done, id } from '../../../platform/shapes.ts'
import { assertPerson, companyOfDomain } from '../../people/door.ts'
import { relationships } from '../area.ts'
import { relationChosen } from '../facts.ts'
import { refreshChosen } from '../refresh-chosen.ts'
import { RELATIONS, type Relation } from '../relation.ts'

export const setRelation = relationships.action('setRelation', {
  about:
    'Say whose mail counts: for one person, or for everyone at a domain; null leaves it to the rules again',
  route: 'POST /relations',
  may: sells,
  input: z.object({
    personId: id.optional(),
    domain: z.string().trim().toLowerCase().min(3).max(253).optional(),
    relation: z.enum(RELATIONS as [Relation, ...Relation[]]).nullable(),
  }),
  output: done.extend({ people: z.number() }),
  async run(ctx, { personId, domain, relation }) {
    const { workspaceId, memberId } = ctx.actor
    if ((personId === undefined) === (domain === undefined))
      throw invalid('Say a person or a domain, one of the two.', 'personId')
    if (personId) await assertPerson(ctx, personId)
    const registrable = domain ? companyOfDomain(domain).domain : null
    if (domain && registrable === null)
      throw invalid(`${domain} gives mailboxes to anyone: choose for each person.`, 'domain')
    const subject = personId ? `person:${personId}` : `domain:${registrable}`
    if (relation === null)
      await sql`delete from relationships.relation_choice where workspace_id = ${workspaceId} and subject = ${subject}`.execute(
        ctx.tx,
      )
    else
      await sql`insert into relationships.relation_choice (workspace_id, subject, relation, member_id, at)
        values (${workspaceId}, ${subject}, ${relation}, ${memberId}, ${ctx.now})
        on conflict (workspace_id, subject) do update set relation = excluded.relation, member_id = excluded.member_id, at = excluded.at`.execute(
        ctx.tx,
      )
    const people = await refreshChosen(ctx, subject)
    ctx.tell(relationChosen, { subject, relation, people })
    return { actionId: ctx.actionId, people }
  },
})
