import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'

/**
 * Until this transaction ends no other one of this workspace brings mails in or takes them out: two members who import
 * at once would otherwise make two threads of one conversation, and two people of one address.
 */
export async function takeTurns(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(727201, hashtext(${ctx.actor.workspaceId}))`.execute(ctx.tx)
}
