import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { touchesOf } from '../conversations/door.ts'
import { type ScoredMail, scoredMailsOf } from './scored-mail.ts'

/** The rows that the score is computed from: all touches of people who count and were in touch since a moment. */
export async function scoredMails(ctx: Ctx, since: Date): Promise<ScoredMail[]> {
  const { workspaceId, memberId } = ctx.actor
  const { rows } = await sql<{ personId: string }>`select person_id from relationships.standing
    where workspace_id = ${workspaceId} and member_id = ${memberId} and counts and last_at >= ${since}`.execute(
    ctx.tx,
  )
  const personIds = rows.map((row) => row.personId)
  const touches = Map.groupBy(await touchesOf(ctx, { personIds, memberId }), (row) => row.personId)
  return personIds.flatMap((personId) =>
    scoredMailsOf({ personId, counts: true }, touches.get(personId) ?? []),
  )
}
