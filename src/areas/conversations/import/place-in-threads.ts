import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { insertRows } from '../../../platform/db/insert-rows.ts'
import { newId } from '../../../platform/new-id.ts'
import { anchorsOf } from '../threads/anchors.ts'
import { candidateKeys, clueOf, linked, type ThreadClue } from '../threads/fallback-links.ts'
import type { NewMail } from './mail-batch.ts'

/** How far apart two mails without References may lie and still be looked at together (fallback-links.ts, in days). */
const clueDays = 30
/** Mails under one candidate key that are looked at, nearest in time first: bounds the work for a subject used daily. */
const mostCandidates = 60

export interface Placement {
  /** Message id to thread id, for the new mails. */
  threadOf: Map<string, string>
  /** Threads that changed: grown, made, or joined from several. */
  threads: string[]
  clues: Map<string, ThreadClue>
}

/**
 * Finds each new mail its thread: a thread is a connected component over anchors (RFC 5256's references) and fallback
 * links, so the order in which mails arrive never matters. Threads that a new mail connects become one.
 */
export async function placeInThreads(ctx: Ctx, fresh: readonly NewMail[]): Promise<Placement> {
  const { workspaceId } = ctx.actor
  const anchors = new Map(fresh.map((each) => [each.id, anchorsOf(each.read.mail).map(anchorKey)]))
  const clues = new Map(fresh.map((each) => [each.id, clueOf(each.read.mail, each.read.judgement)]))
  const sets = new DisjointSets()
  const { rows: anchored } = await sql<{ anchor: Buffer; threadId: string }>`
    select anchor, thread_id from conversations.thread_anchor where workspace_id = ${workspaceId}
      and anchor = any(${[...anchors.values()].flat()}::bytea[])`.execute(ctx.tx)
  const known = new Map(anchored.map((row) => [row.anchor.toString('hex'), row.threadId]))
  const threads = new Set<string>()
  const firstOf = new Map<string, string>()
  for (const [id, keys] of anchors)
    for (const key of keys) {
      const hex = key.toString('hex')
      const thread = known.get(hex)
      if (thread) threads.add(thread)
      sets.join(id, thread ?? firstOf.get(hex) ?? id)
      if (!firstOf.has(hex)) firstOf.set(hex, id)
    }
  for (const { a, b, thread } of await fallbackPairs(ctx, fresh, clues)) {
    if (thread) threads.add(thread)
    sets.join(a, thread ?? b)
  }

  const target = new Map<string, string>()
  const moved: { from: string; to: string }[] = []
  for (const thread of [...threads].sort()) {
    const root = sets.find(thread)
    const to = target.get(root)
    if (to === undefined) target.set(root, thread)
    else moved.push({ from: thread, to })
  }
  const made: { id: string; subject: string }[] = []
  const threadOf = new Map<string, string>()
  for (const mail of fresh) {
    const root = sets.find(mail.id)
    let thread = target.get(root)
    if (!thread) {
      thread = newId(ctx.now.getTime())
      target.set(root, thread)
      made.push({ id: thread, subject: mail.read.mail.subject })
    }
    threadOf.set(mail.id, thread)
  }
  await insertRows(ctx.tx, 'conversations.thread', workspaceId, {
    id: { type: 'uuid', values: made.map((each) => each.id) },
    subject: { type: 'text', values: made.map((each) => each.subject) },
  })
  if (moved.length > 0) await joinThreads(ctx, moved)
  const rows = [...anchors].flatMap(([id, keys]) =>
    keys.map((key) => ({ key, thread: threadOf.get(id) as string })),
  )
  await insertRows(
    ctx.tx,
    'conversations.thread_anchor',
    workspaceId,
    {
      anchor: { type: 'bytea', values: rows.map((row) => row.key) },
      thread_id: { type: 'uuid', values: rows.map((row) => row.thread) },
    },
    '(workspace_id, anchor) do nothing',
  )
  return { threadOf, threads: [...new Set([...threadOf.values(), ...moved.map((each) => each.to)])], clues }
}

/** A message id as the 16 bytes under which its thread is found. */
export const anchorKey = (anchor: string): Buffer =>
  createHash('sha256').update(anchor).digest().subarray(0, 16)
const undatedClue = new Date(0)
/** When a mail's clue is looked for: those without a trusted date among each other, at a moment that no mail has. */
export const clueAt = (mail: NewMail): Date => mail.read.mail.date.at ?? undatedClue
/** A fallback key as stored. */
export const candidateKey = (key: string): Buffer =>
  createHash('sha256').update(`clue ${key}`).digest().subarray(0, 8)

interface Pair {
  a: string
  b: string
  thread: string | null
}

/** The pairs (new, new) and (new, here) that the fallback rule links. Nothing is looked for where both have References. */
async function fallbackPairs(
  ctx: Ctx,
  fresh: readonly NewMail[],
  clues: Map<string, ThreadClue>,
): Promise<Pair[]> {
  const pairs: Pair[] = []
  const wanted: { key: Buffer; id: string; at: Date }[] = []
  const among = new Map<string, string[]>()
  for (const mail of fresh) {
    const clue = clues.get(mail.id) as ThreadClue
    for (const key of candidateKeys(clue)) {
      const group = among.get(key) ?? []
      for (const other of group.slice(-mostCandidates))
        if (linked(clue, clues.get(other) as ThreadClue)) pairs.push({ a: mail.id, b: other, thread: null })
      among.set(key, [...group, mail.id])
      wanted.push({ key: candidateKey(key), id: mail.id, at: clueAt(mail) })
    }
  }
  if (wanted.length === 0) return pairs
  // In two steps: joined in one, a planner that takes the workspace for empty looks all of it up for each of its mails.
  const { rows: near } = await sql<{ id: string; other: string }>`
    select distinct w.id, c.message_id as other
    from unnest(${wanted.map((each) => each.key)}::bytea[], ${wanted.map((each) => each.id)}::uuid[], ${wanted.map((each) => each.at)}::timestamptz[]) w (key, id, at)
    cross join lateral (
      select c.message_id from conversations.thread_clue c
      where c.workspace_id = ${ctx.actor.workspaceId} and c.candidate = w.key
        and c.sent_at between w.at - make_interval(days => ${clueDays}) and w.at + make_interval(days => ${clueDays})
      order by abs(extract(epoch from c.sent_at - w.at)), c.message_id limit ${mostCandidates}
    ) c`.execute(ctx.tx)
  const { rows: others } = await sql<{
    id: string
    threadId: string
    clue: ThreadClue
  }>`select id, thread_id, clue from conversations.message
    where workspace_id = ${ctx.actor.workspaceId} and id = any(${[...new Set(near.map((each) => each.other))]}::uuid[])`.execute(
    ctx.tx,
  )
  const here = new Map(
    others.map((row) => [
      row.id,
      { ...row, clue: { ...row.clue, at: row.clue.at ? new Date(row.clue.at) : null } },
    ]),
  )
  for (const { id, other } of near) {
    const found = here.get(other)
    if (found && linked(clues.get(id) as ThreadClue, found.clue))
      pairs.push({ a: id, b: found.threadId, thread: found.threadId })
  }
  return pairs
}

async function joinThreads(ctx: Ctx, moved: { from: string; to: string }[]): Promise<void> {
  const { workspaceId } = ctx.actor
  const from = moved.map((each) => each.from)
  const pairs = sql`unnest(${from}::uuid[], ${moved.map((each) => each.to)}::uuid[]) n (old, new)`
  await sql`update conversations.message m set thread_id = n.new from ${pairs} where m.workspace_id = ${workspaceId} and m.thread_id = n.old`.execute(
    ctx.tx,
  )
  await sql`update conversations.thread_anchor a set thread_id = n.new from ${pairs} where a.workspace_id = ${workspaceId} and a.thread_id = n.old`.execute(
    ctx.tx,
  )
  await sql`insert into conversations.thread_choice (workspace_id, member_id, thread_id, state, at)
    select distinct on (c.member_id, n.new) c.workspace_id, c.member_id, n.new, c.state, c.at from conversations.thread_choice c join ${pairs} on n.old = c.thread_id
    where c.workspace_id = ${workspaceId} order by c.member_id, n.new, c.at desc
    on conflict (workspace_id, member_id, thread_id) do update set at = greatest(conversations.thread_choice.at, excluded.at)`.execute(
    ctx.tx,
  )
  await sql`delete from conversations.thread where workspace_id = ${workspaceId} and id = any(${from}::uuid[])`.execute(
    ctx.tx,
  )
}

/** Union-find over ids (Tarjan 1975, path halving). */
class DisjointSets {
  readonly #parent = new Map<string, string>()

  find(id: string): string {
    let at = id
    for (;;) {
      const parent = this.#parent.get(at) ?? at
      if (parent === at) return at
      const above = this.#parent.get(parent) ?? parent
      this.#parent.set(at, above)
      at = above
    }
  }

  join(a: string, b: string): void {
    const [one, two] = [this.find(a), this.find(b)]
    if (one !== two) this.#parent.set(one, two)
  }
}
