import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { spokenWith, touchesOf } from '../conversations/door.ts'
import { personalFactsOf } from '../people/door.ts'
import { type BeyondMail, decayed, depthOf } from './depth.ts'
import { LAYERS, layersOf } from './layers.ts'
import { counts, type Relation } from './relation.ts'
import { relationsOf } from './relations-of.ts'
import { type Standing, standingOf } from './standing.ts'

/** How a member stands with a person at a moment. */
export interface MemberPerson {
  personId: string
  relation: Relation
  depth: number
  /** 5, 15, 50, 150; null beyond, and for those who do not count. */
  layer: number | null
  standing: Standing
}

/**
 * How a member stands now with some people: relation and depth as kept, the standing counted from their mails, so that
 * usual waits and pauses are exact.
 */
export async function standingNow(
  ctx: Ctx,
  memberId: string,
  personIds: readonly string[],
  at: Date,
  zone: string,
): Promise<Map<string, MemberPerson>> {
  const touches = Map.groupBy(await touchesOf(ctx, { personIds, memberId, until: at }), (row) => row.personId)
  const { rows } = await sql<{
    personId: string
    relation: Relation
    earned: number | null
    heardAt: Date | null
  }>`
    select r.person_id, r.relation, s.earned, s.heard_at from relationships.relation r
    left join relationships.standing s on s.workspace_id = r.workspace_id and s.person_id = r.person_id and s.member_id = ${memberId}
    where r.workspace_id = ${ctx.actor.workspaceId} and r.person_id = any(${personIds}::uuid[])`.execute(
    ctx.tx,
  )
  const kept = new Map(rows.map((row) => [row.personId, row]))
  const layers = await layersNow(ctx, memberId, at)
  return new Map(
    personIds.map((personId) => {
      const row = kept.get(personId)
      const depth = decayed({ earned: row?.earned ?? 0, heardAt: row?.heardAt ?? null }, at)
      const standing = standingOf(touches.get(personId) ?? [], at, zone)
      return [
        personId,
        {
          personId,
          relation: row?.relation ?? 'unsorted',
          depth,
          layer: layers.get(personId) ?? null,
          standing,
        },
      ]
    }),
  )
}

async function layersNow(ctx: Ctx, memberId: string, at: Date): Promise<Map<string, number | null>> {
  const { rows } = await sql<{ id: string; earned: number; heardAt: Date | null }>`
    select person_id as id, earned, heard_at from relationships.standing
    where workspace_id = ${ctx.actor.workspaceId} and member_id = ${memberId} and counts
    order by depth_order desc, person_id limit ${LAYERS.at(-1) ?? 0}`.execute(ctx.tx)
  return new Map(
    layersOf(rows.map((row) => ({ id: row.id, depth: decayed(row, at) }))).people.map(({ id, layer }) => [
      id,
      layer,
    ]),
  )
}

/** Those of the 150 places who drift now, and those with whom there was a real exchange once: their ids. */
export async function peopleToLookAt(
  ctx: Ctx,
  memberId: string,
  at: Date,
): Promise<{ drifting: string[]; warm: string[]; asked: string[] }> {
  const { workspaceId } = ctx.actor
  const ids = async (query: ReturnType<typeof sql<{ personId: string }>>) =>
    (await query.execute(ctx.tx)).rows.map((row) => row.personId)
  return {
    drifting:
      await ids(sql`select person_id from relationships.standing where workspace_id = ${workspaceId} and member_id = ${memberId}
      and counts and drifts_from < ${at} and lost_from >= ${at} order by depth_order desc limit ${LAYERS.at(-1) ?? 0}`),
    warm: await ids(sql`select person_id from relationships.standing where workspace_id = ${workspaceId} and member_id = ${memberId}
      and mine >= 2 and theirs >= 2 and exchanges >= 2 and last_at <= ${new Date(at.getTime() - 90 * 86_400_000)} order by exchanges desc, depth_order desc limit 300`),
    asked:
      await ids(sql`select person_id from relationships.standing where workspace_id = ${workspaceId} and member_id = ${memberId}
      and counts and theirs > 0 order by last_at desc limit 60`),
  }
}

/**
 * How a member stood with everyone on a past day, from the mails up to then alone. A member's word on whose mail counts
 * holds for the past too: it says who somebody is, not what happened.
 */
export async function standingThen(
  ctx: Ctx,
  memberId: string,
  at: Date,
  zone: string,
): Promise<Map<string, MemberPerson>> {
  const touches = Map.groupBy(await touchesOf(ctx, { memberId, until: at }), (row) => row.personId)
  const personIds = [...touches.keys()]
  const relations = new Map(
    (await relationsOf(ctx, personIds, touches, at)).map((each) => [each.personId, each.relation]),
  )
  const spoken = new Map(
    (await spokenWith(ctx, personIds, at))
      .filter((row) => row.memberId === memberId)
      .map((row) => [row.personId, row]),
  )
  const facts = await personalFactsOf(ctx, personIds, at)
  const people = personIds.map((personId) => {
    const standing = standingOf(touches.get(personId) ?? [], at, zone)
    const talk = spoken.get(personId)
    const beyond: BeyondMail = {
      spoken: talk?.spoken ?? 0,
      lastSpoken: talk?.lastSpoken ?? null,
      personalFacts: facts.get(personId) ?? 0,
    }
    return {
      personId,
      relation: relations.get(personId) ?? ('unsorted' as const),
      depth: depthOf(standing, at, beyond).depth,
      standing,
    }
  })
  const counting = people
    .filter((each) => counts(each.relation))
    .map((each) => ({ id: each.personId, depth: each.depth }))
  const layers = new Map(layersOf(counting).people.map(({ id, layer }) => [id, layer]))
  return new Map(people.map((each) => [each.personId, { ...each, layer: layers.get(each.personId) ?? null }]))
}

/** A member's counts with some people at a moment, from their mails up to then. */
export async function standingThenOf(
  ctx: Ctx,
  memberId: string,
  personIds: readonly string[],
  at: Date,
  zone: string,
): Promise<Map<string, Standing>> {
  const touches = Map.groupBy(await touchesOf(ctx, { personIds, memberId, until: at }), (row) => row.personId)
  return new Map(personIds.map((personId) => [personId, standingOf(touches.get(personId) ?? [], at, zone)]))
}
