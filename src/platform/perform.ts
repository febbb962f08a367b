import { type Kysely, sql } from 'kysely'
import type { Actor } from './actor.ts'
import type { Operation } from './area.ts'
import type { Ctx } from './context.ts'
import type { House } from './house.ts'
import { newId } from './new-id.ts'
import { invalid, notAllowed } from './refusal.ts'

interface Told {
  name: string
  payload: object
  audience: string | undefined
}

/** Does one operation for one actor: parse, may, run, tell, in one transaction. The only way in, for every surface. */
export async function perform(
  house: House,
  actor: Actor,
  operation: Operation,
  rawInput: unknown,
  bytes?: Buffer,
): Promise<unknown> {
  if (!operation.may.roles.includes(actor.role))
    throw notAllowed(`A ${actor.role} may not do this (${operation.name}).`)
  const parsed = operation.input.safeParse(rawInput ?? {})
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue?.path.join('.')
    throw invalid(`${field || 'The input'}: ${issue?.message ?? 'cannot be used'}.`, field)
  }
  const input = parsed.data
  const answer = await within(house, actor, operation, input, (ctx) => operation.run(ctx, input, bytes))
  if (house.checksAnswers && operation.answers === 'json')
    return operation.output.parse(JSON.parse(JSON.stringify(answer)))
  return answer
}

/** What `within` needs to know of what is done: an operation, or a step of long work. */
export interface Doing {
  name: string
  about: string
  kind: 'action' | 'question'
  quiet: boolean
}

/**
 * One transaction of one workspace: journal and row-level security know who and why; facts told in it are heard in it.
 * The whole of it is tried again where Postgres gave up on it for another's sake (serialisation, deadlock).
 */
export async function within<R>(
  house: House,
  actor: Actor,
  doing: Doing,
  input: unknown,
  run: (ctx: Ctx) => Promise<R>,
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await house.database.kysely
        .connection()
        .execute((tx) => transact(house, actor, doing, input, run, tx))
    } catch (error) {
      const code = (error as { code?: string }).code
      if ((code !== '40001' && code !== '40P01') || attempt === 5) throw error
    }
  }
}

async function transact<R>(
  house: House,
  actor: Actor,
  doing: Doing,
  input: unknown,
  run: (ctx: Ctx) => Promise<R>,
  tx: Kysely<unknown>,
): Promise<R> {
  const now = house.clock.now()
  const actionId = newId(now.getTime())
  const told: Told[] = []
  const ctx: Ctx = {
    actor,
    now,
    tx,
    actionId,
    log: house.log,
    tell: (fact, payload, audience) => {
      told.push({ name: fact.name, payload: payload as object, audience })
    },
    later: async (operation, payload, options = {}) => {
      const job = { workspaceId: actor.workspaceId, memberId: actor.memberId, operation, input: payload }
      await sql`select platform.later('perform', ${JSON.stringify(job)}::json, ${options.runAt ?? null}::timestamptz, ${options.key ?? null})`.execute(
        tx,
      )
    },
  }
  await sql.raw(opening(actor, actionId, doing.kind)).execute(tx)
  try {
    const answer = await run(ctx)
    for (let next = 0; next < told.length; next++) {
      const { name, payload } = told[next] as Told
      for (const listener of house.listeners.get(name) ?? []) await listener.hear(ctx, payload as never)
    }
    if (doing.kind === 'action' && !(doing.quiet && told.length === 0)) await keep(ctx, doing, input, told)
    await sql`commit`.execute(tx)
    return answer
  } catch (error) {
    await sql`rollback`.execute(tx).catch(() => {})
    throw error
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Opens the transaction and says who acts, in one round trip. Only checked ids go into the text. */
function opening(actor: Actor, actionId: string, kind: Doing['kind']): string {
  for (const id of [actor.workspaceId, actor.memberId, actionId])
    if (!uuid.test(id)) throw new TypeError('An id that is no UUID')
  return `begin${kind === 'question' ? ' read only' : ''};
    set local app.workspace_id = '${actor.workspaceId}'; set local app.member_id = '${actor.memberId}'; set local app.action_id = '${actionId}'`
}

/** Keeps the action and its facts, and lets the live listeners of every process know. */
async function keep(ctx: Ctx, doing: Doing, input: unknown, told: Told[]): Promise<void> {
  const { workspaceId, memberId, via } = ctx.actor
  await sql`insert into platform.action (workspace_id, id, at, member_id, via, name, about, input)
    values (${workspaceId}, ${ctx.actionId}, ${ctx.now}, ${memberId}, ${via}, ${doing.name}, ${doing.about}, ${JSON.stringify(withoutSecrets(input))}::jsonb)`.execute(
    ctx.tx,
  )
  for (const { name, payload, audience } of told) {
    const id = newId(ctx.now.getTime())
    await sql`insert into platform.fact (workspace_id, id, at, action_id, member_id, audience, name, payload)
      values (${workspaceId}, ${id}, ${ctx.now}, ${ctx.actionId}, ${memberId}, ${audience ?? null}, ${name}, ${JSON.stringify(payload)}::jsonb)`.execute(
      ctx.tx,
    )
    await sql`select pg_notify('rapport_fact', ${JSON.stringify({ workspaceId, audience: audience ?? null, name, id })})`.execute(
      ctx.tx,
    )
  }
}

/** The history shows what was asked, never what must not come out again. */
function withoutSecrets(input: unknown): unknown {
  return JSON.parse(
    JSON.stringify(input ?? {}, (key, value) =>
      /password|secret|^key$|token/i.test(key) && typeof value === 'string' && key !== 'key'
        ? '(secret)'
        : value,
    ),
  )
}
