import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { samePerson } from './same-person.ts'

interface Candidate {
  addressId: string
  address: string
  name: string
  personId: string
  personName: string
  createdAt: Date
  typed: boolean
}

/**
 * Makes one person of several addresses where the evidence is strong (same-person.ts), and leaves that evidence beside
 * each address. Looks at the people that an import brought, against all others of the same name. Which one stays does
 * not depend on the order of arrival: a typed one, else the one with the first address in the alphabet.
 * Answers the ids of the people that stayed.
 */
export async function joinSamePeople(ctx: Ctx, importId: string): Promise<string[]> {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<Candidate>`
    with name as (
      select lower(name) as name from people.person
      where workspace_id = ${workspaceId} and lower(name) in (select lower(name) from people.person where workspace_id = ${workspaceId} and import_id = ${importId})
        and name like '% %'
      group by 1 having count(*) > 1
    )
    select a.id as address_id, a.address, a.name, p.id as person_id, p.name as person_name, p.created_at, p.name_source = 'typed' as typed
    from name join people.person p on p.workspace_id = ${workspaceId} and lower(p.name) = name.name
    join people.address a on a.workspace_id = p.workspace_id and a.person_id = p.id
    order by name.name, a.address`.execute(ctx.tx)
  const byName = Map.groupBy(rows, (row) => row.personName.toLowerCase())
  const stayed: string[] = []
  for (const group of byName.values()) stayed.push(...(await joinGroup(ctx, group)))
  return stayed
}

async function joinGroup(ctx: Ctx, group: Candidate[]): Promise<string[]> {
  const stayed: string[] = []
  const left = [...group].sort(
    (a, b) => Number(b.typed) - Number(a.typed) || (a.address < b.address ? -1 : 1),
  )
  while (left.length > 1) {
    const first = left.shift() as Candidate
    for (const other of [...left]) {
      if (other.personId === first.personId) continue
      const said = samePerson(seen(first), seen(other))
      if (!said.same) continue
      await moveInto(ctx, other, first, said.because)
      for (const moved of left)
        if (moved.personId === other.personId && moved !== other) moved.personId = first.personId
      other.personId = first.personId
      stayed.push(first.personId)
    }
  }
  return stayed
}

const seen = (each: Candidate) => ({
  address: each.address,
  names: [{ name: each.name || each.personName, count: 1 }],
  list: null,
})

async function moveInto(ctx: Ctx, from: Candidate, to: Candidate, because: string): Promise<void> {
  const { workspaceId } = ctx.actor
  await sql`update people.address set person_id = ${to.personId}, evidence = ${because}
    where workspace_id = ${workspaceId} and person_id = ${from.personId}`.execute(ctx.tx)
  await sql`delete from people.person p where workspace_id = ${workspaceId} and id = ${from.personId}
    and not exists (select from people.address a where a.workspace_id = p.workspace_id and a.person_id = p.id)`.execute(
    ctx.tx,
  )
}
