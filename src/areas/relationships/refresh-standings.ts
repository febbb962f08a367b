import type { Ctx } from '../../platform/context.ts'
import { spokenWith, touchesOf } from '../conversations/door.ts'
import { personalFactsOf } from '../people/door.ts'
import { keepRelations, keepStandings } from './keep-standings.ts'
import { relationsOf } from './relations-of.ts'
import { type StandingRow, standingRow } from './standing-row.ts'
import { zoneOf } from './zone-of.ts'

/**
 * Computes relation and standings of people from their mails and notes, for every member who has any with them, and
 * keeps them. All from the same rows, so that two screens cannot differ.
 */
export async function refreshStandings(ctx: Ctx, personIds: readonly string[]): Promise<void> {
  const touches = Map.groupBy(await touchesOf(ctx, { personIds }), (row) => row.personId)
  const spoken = Map.groupBy(await spokenWith(ctx, personIds), (row) => row.personId)
  const facts = await personalFactsOf(ctx, personIds)
  const zones = await zoneOf(ctx)
  const relations = await relationsOf(ctx, personIds, touches, ctx.now)
  const standings: StandingRow[] = []
  for (const { personId, relation } of relations) {
    const mails = touches.get(personId) ?? []
    const talks = spoken.get(personId) ?? []
    for (const memberId of new Set([...mails, ...talks].map((row) => row.memberId))) {
      const mine = mails.filter((row) => row.memberId === memberId)
      const talk = talks.find((row) => row.memberId === memberId)
      const zone = zones.get(memberId) ?? 'UTC'
      standings.push(
        standingRow(ctx.now, memberId, personId, relation, mine, talk, facts.get(personId) ?? 0, zone),
      )
    }
  }
  await keepRelations(ctx, relations)
  await keepStandings(ctx, personIds, standings)
}
