import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import type { MailboxState } from '../conversations/door.ts'
import type { KitState } from './kit-items.ts'

/** What a workspace has and lacks, for the kit's next pieces. Counts stop where they no longer matter. */
export async function kitState(ctx: Ctx, memberId: string, mailbox: MailboxState): Promise<KitState> {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<{ people: number; unsortedPeople: number; unsortedDomains: number }>`
    select (select count(*)::int from (select from people.person where workspace_id = ${workspaceId} limit 1) p) as people,
      count(*)::int as unsorted_people, case when bool_and(r.domain is not null) then count(distinct r.domain)::int else 0 end as unsorted_domains
    from relationships.relation r
    join relationships.standing s on s.workspace_id = r.workspace_id and s.person_id = r.person_id and s.member_id = ${memberId}
      and s.theirs > 0 and s.last_at >= ${new Date(ctx.now.getTime() - 90 * 86_400_000)}
    where r.workspace_id = ${workspaceId} and r.relation = 'unsorted'`.execute(ctx.tx)
  return {
    mailboxes: mailbox.mailboxes,
    mails: mailbox.messages,
    people: rows[0]?.people ?? 0,
    proposedOwnAddresses: 0,
    confirmedOwnAddresses: mailbox.addresses,
    unsortedPeople: rows[0]?.unsortedPeople ?? 0,
    unsortedDomains: rows[0]?.unsortedDomains ?? 0,
  }
}
