import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { joinSamePeople, learnZones, settleAddresses } from '../../people/door.ts'
import { namesSeen } from './names-seen.ts'
import { ownOfAll } from './own-of-all.ts'
import { peopleWithNotes } from './people-with-notes.ts'

/** Addresses looked at in one round. */
const atOnce = 2000

/**
 * Says once more who is behind addresses, from all mails that are here and not from those of one batch: names, who is a
 * person, who is the same. So the outcome hangs on the set of mails alone, not on their order, on batches or on kills.
 * Answers the people whose mails are to be counted again.
 */
export async function settlePeople(
  ctx: Ctx,
  importId: string,
  addressIds: readonly string[],
): Promise<string[]> {
  const own = await ownOfAll(ctx)
  const kept = await peopleWithNotes(ctx)
  const touched = new Set<string>()
  const settled: string[] = []
  for (let at = 0; at < addressIds.length; at += atOnce) {
    const ids = await withTheirOthers(ctx, addressIds.slice(at, at + atOnce))
    const said = await settleAddresses(ctx, await namesSeen(ctx, ids), importId, own, kept)
    for (const id of said.changed) touched.add(id)
    settled.push(...said.people)
  }
  for (const id of await joinSamePeople(ctx, settled, kept, (ids) => namesSeen(ctx, ids))) touched.add(id)
  await learnZones(ctx, await zonesOf(ctx, [...new Set([...settled, ...touched])]))
  return [...touched]
}

/** With the other addresses of their people: a person is named from all of them. */
async function withTheirOthers(ctx: Ctx, addressIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select b.id from people.address a
    join people.address b on b.workspace_id = a.workspace_id and b.person_id = a.person_id
    where a.workspace_id = ${ctx.actor.workspaceId} and a.id = any(${addressIds}::uuid[]) and a.person_id is not null`.execute(
    ctx.tx,
  )
  return [...new Set([...addressIds, ...rows.map((row) => row.id)])]
}

/** Where people are: the zone in the date of their newest mail. */
async function zonesOf(ctx: Ctx, personIds: readonly string[]) {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<{ personId: string; zoneMinutes: number }>`
    select distinct on (a.person_id) a.person_id, m.zone_minutes from people.address a
    join conversations.message m on m.workspace_id = a.workspace_id and m.from_address_id = a.id and m.zone_minutes is not null and m.dated
    where a.workspace_id = ${workspaceId} and a.person_id = any(${personIds}::uuid[])
    order by a.person_id, m.sent_at desc, m.id desc`.execute(ctx.tx)
  const known = new Map(rows.map((row) => [row.personId, row.zoneMinutes]))
  return personIds.map((personId) => ({ personId, zoneMinutes: known.get(personId) ?? null }))
}
