import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { newId } from '../../../platform/new-id.ts'
import { invalid } from '../../../platform/refusal.ts'
import { done, id, time } from '../../../platform/shapes.ts'
import { assertPerson } from '../../people/door.ts'
import { conversations } from '../area.ts'
import { peopleTouched } from '../facts.ts'

/** A browser's clock may run ahead of ours by as much. */
const clocksDiffer = 5 * 60_000

export const note = conversations.action('note', {
  about: 'Keep a note, or that one spoke or met, with a person',
  route: 'POST /notes',
  may: sells,
  input: z.object({
    personId: id,
    kind: z.enum(['note', 'call', 'meeting', 'visit']).default('note'),
    text: z.string().trim().min(1, 'write something').max(10_000),
    at: time.optional(),
  }),
  output: done.extend({ id }),
  async run(ctx, { personId, kind, text, at }) {
    await assertPerson(ctx, personId)
    if (at && new Date(at).getTime() > ctx.now.getTime() + clocksDiffer)
      throw invalid('That has not happened yet: a note is about what was.', 'at')
    const noteId = newId(ctx.now.getTime())
    await sql`insert into conversations.activity (workspace_id, id, member_id, person_id, kind, text, at)
      values (${ctx.actor.workspaceId}, ${noteId}, ${ctx.actor.memberId}, ${personId}, ${kind}, ${text}, ${at ?? ctx.now})`.execute(
      ctx.tx,
    )
    ctx.tell(peopleTouched, { memberId: ctx.actor.memberId, personIds: [personId] })
    return { id: noteId, actionId: ctx.actionId }
  },
})
