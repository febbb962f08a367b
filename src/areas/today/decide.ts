import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '../../platform/context.ts'
import { lineDecided } from './facts.ts'

/** A line's key as Today gave it: kind, subject and event. */
export const lineKey = z
  .string()
  .min(3)
  .max(600)
  .regex(/^[a-z-]+:/, 'this is no line of Today')

/** Writes down what a member decided about a line of their own. */
export async function decide(
  ctx: Ctx,
  key: string,
  verdict: 'done' | 'snoozed' | 'dismissed',
  until: Date | null,
  reason: string | null,
): Promise<{ actionId: string }> {
  await sql`insert into today.decision (workspace_id, member_id, key, verdict, until, reason, at)
    values (${ctx.actor.workspaceId}, ${ctx.actor.memberId}, ${key}, ${verdict}, ${until}, ${reason}, ${ctx.now})
    on conflict (workspace_id, member_id, key) do update set verdict = excluded.verdict, until = excluded.until, reason = excluded.reason, at = excluded.at`.execute(
    ctx.tx,
  )
  ctx.tell(lineDecided, { key, verdict }, ctx.actor.memberId)
  return { actionId: ctx.actionId }
}
