import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Ctx } from '../../../platform/context.ts'
import { pageOf, readCursor } from '../../../platform/keyset.ts'
import { managesMembers, readsTeam } from '../../../platform/may.ts'
import { cursor, id, limit, page, time } from '../../../platform/shapes.ts'
import { workspace } from '../area.ts'
import { change, changesOf, type Written } from '../change-shape.ts'
import { historySubjects, subjectTypes } from '../history-subjects.ts'
import { notUndoable } from '../not-undoable.ts'
import { teamAreas, teamSchemas } from '../private-tables.ts'

/** How many lines of the journal one action shows; an action that wrote more says so. */
const most = 20

const line = z.object({
  actionId: id,
  at: time,
  member: z.object({ id, name: z.string() }).nullable(),
  via: z.string(),
  name: z.string(),
  about: z.string(),
  changes: z.array(change),
  /** There are more changes than are shown. */
  more: z.boolean(),
  undoable: z.boolean(),
  undone: z.boolean(),
  undoneAt: time.nullable(),
})

interface Row {
  actionId: string
  at: Date
  memberId: string | null
  memberName: string | null
  via: string
  name: string
  about: string
  undoneBy: string | null
  undoings: number
  undoneAt: Date | null
  journaled: boolean
  touchesPrivate: boolean
  written: Written[]
}

export const history = workspace.question('history', {
  about: 'What was done, by whom, and what it changed, newest first',
  route: 'GET /history',
  input: z.object({
    subjectType: z.enum(subjectTypes).optional(),
    subjectId: id.optional(),
    cursor,
    limit,
  }),
  output: page(line),
  may: readsTeam,
  async run(ctx, input) {
    const { workspaceId, memberId, role } = ctx.actor
    const after = readCursor(input.cursor, ['id'])?.[0] ?? null
    const mine = sql`a.member_id is not distinct from ${memberId}`
    const { rows } = await sql<Row>`
      select a.id as action_id, a.at, m.id as member_id, m.name as member_name, a.via, a.name, a.about, a.undone_by,
        u.undoings, u.undone_at,
        exists (select from platform.journal j where j.workspace_id = a.workspace_id and j.action_id = a.id) as journaled,
        exists (select from platform.journal j where j.workspace_id = a.workspace_id and j.action_id = a.id
          and split_part(j.tab, '.', 1) <> all (${teamSchemas})) as touches_private,
        (select coalesce(jsonb_agg(to_jsonb(w)), '[]') from (
          select j.tab, j.kind, j.before, j.after from platform.journal j
          where j.workspace_id = a.workspace_id and j.action_id = a.id
            and (${mine} or split_part(j.tab, '.', 1) = any (${teamSchemas}))
          order by j.id limit ${most + 1}) w) as written
      from platform.action a
      left join platform.member m on m.workspace_id = a.workspace_id and m.id = a.member_id
      cross join lateral (
        with recursive chain as (
          select u.id, u.at, u.undone_by, 1 as depth from platform.action u where u.workspace_id = a.workspace_id and u.id = a.undone_by
          union all
          select u.id, u.at, u.undone_by, c.depth + 1 from chain c join platform.action u
            on u.workspace_id = a.workspace_id and u.id = c.undone_by where c.depth < 100
        ) select count(*)::int as undoings, max(at) as undone_at from chain) u
      where a.workspace_id = ${workspaceId}
        and (${mine} or split_part(a.name, '.', 1) = any (${teamAreas}))
        and (${after}::uuid is null or a.id < ${after}::uuid)
        ${aboutSubject(input)}
      order by a.id desc limit ${input.limit + 1}`.execute(ctx.tx)
    const { items, next } = pageOf(rows, input.limit, (row) => [row.actionId])
    const seesAll = managesMembers.roles.includes(role)
    return { items: items.map((row) => lineOf(ctx, row, seesAll)), next }
  },
})

function lineOf({ actor }: Ctx, row: Row, seesAll: boolean): z.input<typeof line> {
  const own = row.memberId === actor.memberId
  // Undone, brought back by undoing that, undone again: what counts is whether the undoings are even.
  const undone = row.undoings % 2 === 1
  return {
    actionId: row.actionId,
    at: row.at.toISOString(),
    member: row.memberId && row.memberName !== null ? { id: row.memberId, name: row.memberName } : null,
    via: row.via,
    name: row.name,
    about: row.about,
    changes: row.written.slice(0, most).flatMap(changesOf),
    more: row.written.length > most,
    undoable:
      row.journaled &&
      row.undoneBy === null &&
      !notUndoable.includes(row.name) &&
      actor.role !== 'viewer' &&
      (own || (seesAll && !row.touchesPrivate)),
    undone,
    undoneAt: undone && row.undoneAt ? row.undoneAt.toISOString() : null,
  }
}

/** Narrows to what wrote one record: its own row, or a row that names it. */
function aboutSubject(input: {
  subjectType?: keyof typeof historySubjects
  subjectId?: string
}): RawBuilder<unknown> {
  if (!input.subjectType || !input.subjectId) return sql``
  const { tab, about } = historySubjects[input.subjectType]
  const record = sql`exists (select from platform.journal s where s.workspace_id = a.workspace_id and s.action_id = a.id
    and s.tab = ${tab} and s.key ->> 'id' = ${input.subjectId})`
  if (!about) return sql`and ${record}`
  return sql`and (${record} or exists (select from platform.journal s where s.workspace_id = a.workspace_id and s.action_id = a.id
    and s.tab = 'relationships.relation_choice' and s.key ->> 'subject' = ${about + input.subjectId}))`
}
