import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'

/** A person of this workspace; another's is not there. */
export async function assertPerson(ctx: Ctx, personId: string): Promise<void> {
  const { rows } =
    await sql`select from people.person where workspace_id = ${ctx.actor.workspaceId} and id = ${personId}`.execute(
      ctx.tx,
    )
  if (!rows[0]) throw notFound('person')
}
