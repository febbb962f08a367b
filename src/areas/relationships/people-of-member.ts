import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { spokenWith, type TouchRow, touchesOf } from '../conversations/door.ts'
import { personalFactsOf } from '../people/door.ts'
import { depthOf, depthOrder, earnedDepth } from './depth.ts'
import { layersOf } from './layers.ts'
import { layersNow } from './layers-now.ts'
import { counts, type Relation } from './relation.ts'
import { relationsOf } from './relations-of.ts'
import { type Standing, standingOf } from './standing.ts'

/** How a member stands with a person at a moment, but for the places. */
export interface CountedPerson {
  personId: string
  relation: Relation
  depth: number
  /** What people are ranked by; see depthOrder. */
  order: number
  standing: Standing
  /** The last call, meeting or visit that the member wrote down. */
  lastSpoken: Date | null
}

/** How a member stands with a person at a moment. */
export interface MemberPerson extends CountedPerson {
  /** 5, 15, 50, 150; null beyond, and for those who do not count. */
  layer: number | null
}

/**
 * How a member stands now with some people: relation and places as kept, all else counted from mails and notes, so that
 * depth, usual waits and pauses are exact.
 */
export async function standingNow(
  ctx: Ctx,
  memberId: string,
  personIds: readonly string[],
  at: Date,
  zone: string,
): Promise<Map<string, MemberPerson>> {
  const { rows } = await sql<{ personId: string; relation: Relation }>`
    select person_id, relation from relationships.relation
    where workspace_id = ${ctx.actor.workspaceId} and person_id = any(${personIds}::uuid[])`.execute(ctx.tx)
  const relations = new Map(rows.map((row) => [row.personId, row.relation]))
  const mine = await touchesOf(ctx, { personIds, memberId, until: at })
  const people = await count(ctx, memberId, personIds, at, zone, mine, relations)
  const layers = new Map((await layersNow(ctx, memberId, at)).people.map(({ id, layer }) => [id, layer]))
  return new Map(people.map((each) => [each.personId, { ...each, layer: layers.get(each.personId) ?? null }]))
}

/** Those of the 150 places who drift now or all but do, and those with whom there was a real exchange once: their ids. */
export async function peopleToLookAt(
  ctx: Ctx,
  memberId: string,
  at: Date,
): Promise<{ drifting: string[]; warm: string[] }> {
  const { workspaceId } = ctx.actor
  const ids = async (query: ReturnType<typeof sql<{ personId: string }>>) =>
    (await query.execute(ctx.tx)).rows.map((row) => row.personId)
  return {
    drifting:
      await ids(sql`select person_id from relationships.standing where workspace_id = ${workspaceId} and member_id = ${memberId}
      and counts and drifts_from <= ${at} and lost_from > ${at}`),
    warm: await ids(sql`select person_id from relationships.standing where workspace_id = ${workspaceId} and member_id = ${memberId}
      and mine >= 2 and theirs >= 2 and exchanges >= 2 and last_at <= ${new Date(at.getTime() - 90 * 86_400_000)} order by exchanges desc, depth_order desc limit 300`),
  }
}

/** When somebody who counts was last heard, in mail or in person; null where nobody was. */
export async function lastHeardNow(ctx: Ctx, memberId: string): Promise<Date | null> {
  const { rows } = await sql<{ last: Date | null }>`select max(heard_at) as last from relationships.standing
    where workspace_id = ${ctx.actor.workspaceId} and member_id = ${memberId} and counts`.execute(ctx.tx)
  return rows[0]?.last ?? null
}

/**
 * How a member stood on a past day with everyone they had mail with, and with `also`; from the mails up to then alone. A
 * member's word on whose mail counts holds for the past too: it says who somebody is, not what happened.
 */
export async function standingThen(
  ctx: Ctx,
  memberId: string,
  at: Date,
  zone: string,
  also: readonly string[],
): Promise<Map<string, MemberPerson>> {
  const touches = await touchesOf(ctx, { until: at })
  const mine = touches.filter((row) => row.memberId === memberId)
  const personIds = [...new Set([...mine.map((row) => row.personId), ...also])]
  const people = await countThen(ctx, memberId, personIds, at, zone, touches)
  const counting = people
    .filter((each) => counts(each.relation))
    .map(({ personId, depth, order }) => ({ id: personId, depth, order }))
  const layers = new Map(layersOf(counting).people.map(({ id, layer }) => [id, layer]))
  return new Map(people.map((each) => [each.personId, { ...each, layer: layers.get(each.personId) ?? null }]))
}

/** How a member stands with some people at any moment, from the mails up to then, without their places. */
export async function standingThenOf(
  ctx: Ctx,
  memberId: string,
  personIds: readonly string[],
  at: Date,
  zone: string,
): Promise<Map<string, CountedPerson>> {
  const touches = await touchesOf(ctx, { personIds, until: at })
  const people = await countThen(ctx, memberId, personIds, at, zone, touches)
  return new Map(people.map((each) => [each.personId, each]))
}

/** `touches`: all members' mails with these people, because whose mail counts is said for the workspace. */
async function countThen(
  ctx: Ctx,
  memberId: string,
  personIds: readonly string[],
  at: Date,
  zone: string,
  touches: readonly TouchRow[],
): Promise<CountedPerson[]> {
  const byPerson = Map.groupBy(touches, (row) => row.personId)
  const relations = new Map(
    (await relationsOf(ctx, personIds, byPerson, at)).map((each) => [each.personId, each.relation]),
  )
  const mine = touches.filter((row) => row.memberId === memberId)
  return count(ctx, memberId, personIds, at, zone, mine, relations)
}

async function count(
  ctx: Ctx,
  memberId: string,
  personIds: readonly string[],
  at: Date,
  zone: string,
  mine: readonly TouchRow[],
  relations: ReadonlyMap<string, Relation>,
): Promise<CountedPerson[]> {
  const touches = Map.groupBy(mine, (row) => row.personId)
  const spoken = new Map(
    (await spokenWith(ctx, personIds, at))
      .filter((row) => row.memberId === memberId)
      .map((row) => [row.personId, row]),
  )
  const facts = await personalFactsOf(ctx, personIds, at)
  return personIds.map((personId) => {
    const standing = standingOf(touches.get(personId) ?? [], at, zone)
    const talk = spoken.get(personId)
    const lastSpoken = talk?.lastSpoken ?? null
    const beyond = { spoken: talk?.spoken ?? 0, lastSpoken, personalFacts: facts.get(personId) ?? 0 }
    return {
      personId,
      relation: relations.get(personId) ?? ('unsorted' as const),
      depth: depthOf(standing, at, beyond).depth,
      order: depthOrder(earnedDepth(standing, beyond)),
      standing,
      lastSpoken,
    }
  })
}
