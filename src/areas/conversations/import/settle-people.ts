import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { joinSamePeople, settleAddresses } from '../../people/door.ts'
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
