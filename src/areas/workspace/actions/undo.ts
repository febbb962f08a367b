import { sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '../../../platform/context.ts'
import { undoAction } from '../../../platform/journal/undo-action.ts'
import { managesMembers, sells } from '../../../platform/may.ts'
import { conflict, notAllowed, notFound } from '../../../platform/refusal.ts'
import { done, id } from '../../../platform/shapes.ts'
import { workspace } from '../area.ts'
import { undone } from '../facts.ts'
import { type RightsEntry, whyNotUndo } from '../member-rights.ts'
import { notUndoable } from '../not-undoable.ts'
import { assertOwnerLeft, lockOwners } from '../owners.ts'
import { teamAreas, teamSchemas } from '../private-tables.ts'

export const undo = workspace.action('undo', {
  about: 'Take back what an action wrote; undoing that brings it back',
  route: 'POST /history/:actionId/undo',
  input: z.object({ actionId: id }),
  output: done.extend({
    undone: z.number().int(),
    kept: z.array(z.object({ what: z.string(), why: z.string() })),
  }),
  may: sells,
  async run(ctx, { actionId }) {
    const { workspaceId } = ctx.actor
    await lockOwners(ctx)
    await assertMayUndo(ctx, actionId)
    const { rows: tables } = await sql<{ tab: string }>`
      select distinct tab from platform.journal where workspace_id = ${workspaceId} and action_id = ${actionId}`.execute(
      ctx.tx,
    )
    const { undone: count, kept } = await undoAction(ctx, actionId)
    await assertOwnerLeft(ctx)
    const names = tables.map(({ tab }) => tab).sort()
    const isPrivate = names.some((tab) => !teamSchemas.includes(tab.split('.')[0] ?? ''))
    ctx.tell(undone, { actionId, tables: names }, isPrivate ? ctx.actor.memberId : undefined)
    return {
      actionId: ctx.actionId,
      undone: count,
      kept: kept.map(({ what, why }) => ({ what: (what.split('.')[1] ?? what).replaceAll('_', ' '), why })),
    }
  },
})

/**
 * A member takes back their own; managers and owners anybody's, but never what belongs to another member alone (their
 * mailbox, their decisions), and nobody a change of rights that they could not have made.
 */
async function assertMayUndo(ctx: Ctx, actionId: string): Promise<void> {
  const { workspaceId, memberId, role } = ctx.actor
  const { rows } = await sql<{ memberId: string | null; name: string; touchesPrivate: boolean }>`
    select a.member_id, a.name, exists (select from platform.journal j where j.workspace_id = a.workspace_id and j.action_id = a.id
      and split_part(j.tab, '.', 1) <> all (${teamSchemas})) as touches_private
    from platform.action a where a.workspace_id = ${workspaceId} and a.id = ${actionId}`.execute(ctx.tx)
  const action = rows[0]
  const own = action?.memberId === memberId
  const isTeams = action && !action.touchesPrivate && teamAreas.includes(action.name.split('.')[0] ?? '')
  if (!action || !(own || isTeams)) throw notFound('action')
  if (!own && !managesMembers.roles.includes(role))
    throw notAllowed('This was done by somebody else: a manager or an owner may take it back.')
  if (notUndoable.includes(action.name))
    throw conflict('Coming in can’t be taken back.', 'An owner or manager can end the membership.')
  const { rows: entries } = await sql<RightsEntry>`
    select tab, kind, key, before, after from platform.journal where workspace_id = ${workspaceId} and action_id = ${actionId}
      and tab in ('platform.member', 'platform.invitation', 'platform.workspace')`.execute(ctx.tx)
  for (const entry of entries) {
    const why = whyNotUndo(entry, ctx.actor)
    if (why) throw notAllowed(why)
  }
}
