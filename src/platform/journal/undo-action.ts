import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { conflict, notFound } from '../refusal.ts'

interface Entry {
  id: string
  tab: string
  kind: 'insert' | 'update' | 'delete'
  key: Record<string, unknown>
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** What an undo left as it is, because somebody changed it since. */
export interface Kept {
  what: string
  why: string
}

/**
 * Takes back what an action wrote, newest write first, as writes of the present action: so that an undo is in the
 * journal too, and undoing it is the redo. A column is put back only where it still holds what the action wrote; what
 * people changed since stays, and is said.
 */
export async function undoAction(ctx: Ctx, actionId: string): Promise<{ undone: number; kept: Kept[] }> {
  const { rows: found } = await sql<{ undoneBy: string | null }>`
    select undone_by from platform.action where workspace_id = ${ctx.actor.workspaceId} and id = ${actionId} for update`.execute(
    ctx.tx,
  )
  if (!found[0]) throw notFound('action')
  if (found[0].undoneBy) throw conflict('This was undone already.', 'Undo the undo to bring it back.')
  const { rows: entries } = await sql<Entry>`
    select id, tab, kind, key, before, after from platform.journal
    where workspace_id = ${ctx.actor.workspaceId} and action_id = ${actionId} order by id desc`.execute(
    ctx.tx,
  )
  if (entries.length === 0) throw conflict('There is nothing in this that could be undone.')
  const kept: Kept[] = []
  let undone = 0
  for (const entry of entries) {
    const why = await takeBack(ctx, entry)
    if (why) kept.push({ what: entry.tab, why })
    else undone++
  }
  await sql`update platform.action set undone_by = ${ctx.actionId} where workspace_id = ${ctx.actor.workspaceId} and id = ${actionId}`.execute(
    ctx.tx,
  )
  return { undone, kept }
}

const takeBack = (ctx: Ctx, entry: Entry): Promise<string | null> =>
  entry.kind === 'insert'
    ? removeAgain(ctx, entry)
    : entry.kind === 'delete'
      ? bringBack(ctx, entry)
      : putBack(ctx, entry)

const table = (entry: Entry) => {
  const [schema = '', name = ''] = entry.tab.split('.')
  return sql`${sql.id(schema)}.${sql.id(name)}`
}
const at = (ctx: Ctx, entry: Entry) =>
  sql.join(
    [
      sql`workspace_id = ${ctx.actor.workspaceId}`,
      ...Object.entries(entry.key).map(([column, value]) => sql`${sql.id(column)}::text = ${String(value)}`),
    ],
    sql` and `,
  )

async function removeAgain(ctx: Ctx, entry: Entry): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from platform.journal j
    where j.workspace_id = ${ctx.actor.workspaceId} and j.tab = ${entry.tab} and j.key = ${JSON.stringify(entry.key)}::jsonb and j.id > ${entry.id}
      and j.kind = 'update' and j.action_id is distinct from ${ctx.actionId}::uuid
      and not exists (select from platform.action a where a.workspace_id = j.workspace_id and (a.id = j.action_id and a.undone_by is not null or a.undone_by = j.action_id))
    limit 1`.execute(ctx.tx)
  if (rows[0]) return 'it was changed since'
  const gone = await sql`delete from ${table(entry)} where ${at(ctx, entry)}`.execute(ctx.tx)
  return gone.numAffectedRows === 0n ? 'it is gone already' : null
}

async function bringBack(ctx: Ctx, entry: Entry): Promise<string | null> {
  const back =
    await sql`insert into ${table(entry)} select * from jsonb_populate_record(null::${table(entry)}, ${JSON.stringify(entry.before)}::jsonb)
    on conflict do nothing`.execute(ctx.tx)
  return back.numAffectedRows === 0n ? 'something else stands in its place' : null
}

async function putBack(ctx: Ctx, entry: Entry): Promise<string | null> {
  const { rows } = await sql<{
    now: Record<string, unknown>
  }>`select to_jsonb(t) as now from ${table(entry)} t where ${at(ctx, entry)} for update`.execute(ctx.tx)
  const now = rows[0]?.now
  if (!now) return 'it is gone'
  const before = entry.before ?? {}
  const after = entry.after ?? {}
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const touched = Object.keys(before).filter((column) => !same(before[column], after[column]))
  const ours = touched.filter((column) => same(now[column], after[column]))
  if (ours.length > 0) {
    const columns = sql.join(ours.map((column) => sql.id(column)))
    const old = sql`jsonb_populate_record(null::${table(entry)}, ${JSON.stringify(before)}::jsonb)`
    await sql`update ${table(entry)} set (${columns}) = (select ${columns} from ${old}) where ${at(ctx, entry)}`.execute(
      ctx.tx,
    )
  }
  const left = touched.filter((column) => !ours.includes(column))
  return left.length > 0 ? `${left.join(', ')} changed since` : null
}
