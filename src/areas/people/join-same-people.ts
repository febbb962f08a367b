import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import type { SeenAddress } from './meet-addresses.ts'
import { samePerson } from './same-person.ts'
import { itsOwn, namePeople, naming } from './settle-addresses.ts'
import { workedOnAmong } from './worked-on.ts'
import { type NewPerson, withId, writePeople } from './write-people.ts'

interface Candidate {
  addressId: string
  address: string
  importId: string | null
  personId: string
  personName: string
  worked: boolean
}

type Seen = ReadonlyMap<string, SeenAddress>

/** One person's addresses, by the evidence. */
interface Cluster {
  addresses: Candidate[]
  /** Why each address after the first is the same person's. */
  because: Map<string, string>
}

/**
 * Makes one person of several addresses where the evidence is strong (same-person.ts), and two again where further
 * mails have taken it away; leaves the evidence beside each address. Looks at these people and all others of the same
 * names. People on whom a member worked keep their addresses, and are never made one with each other. Nothing hangs on
 * the order in which mails came. `kept`: people who count as worked on besides. Answers whose addresses are other ones now.
 */
export async function joinSamePeople(
  ctx: Ctx,
  personIds: readonly string[],
  kept: ReadonlySet<string>,
  seenOf: (addressIds: readonly string[]) => Promise<Seen>,
): Promise<string[]> {
  const rows = await candidatesAmong(ctx, personIds)
  const seen = await seenOf(rows.map((row) => row.addressId))
  const candidates = rows.map((row) => ({ ...row, worked: row.worked || kept.has(row.personId) }))
  const changed = new Set<string>()
  for (const group of Map.groupBy(candidates, (row) => row.personName.toLowerCase()).values())
    for (const personId of await arrange(ctx, clustersOf(group, seen), seen)) changed.add(personId)
  return [...changed]
}

/** The addresses of these people and of all others of their names, where there is more than one under a name. */
async function candidatesAmong(ctx: Ctx, personIds: readonly string[]): Promise<Candidate[]> {
  const { workspaceId } = ctx.actor
  // One plain step after the other: right after an import the planner knows nothing of these tables' sizes.
  const { rows: names } = await sql<{ name: string }>`select distinct lower(name) as name from people.person
    where workspace_id = ${workspaceId} and id = any(${personIds}::uuid[]) and name like '% %'`.execute(
    ctx.tx,
  )
  const { rows: people } = await sql<{
    id: string
    name: string
  }>`select id, lower(name) as name from people.person
    where workspace_id = ${workspaceId} and lower(name) = any(${names.map((each) => each.name)}::text[])`.execute(
    ctx.tx,
  )
  const { rows: addresses } = await sql<Omit<Candidate, 'worked'>>`
    select a.id as address_id, a.address, a.import_id, a.person_id, p.name as person_name from people.address a
    join people.person p on p.workspace_id = a.workspace_id and p.id = a.person_id
    where a.workspace_id = ${workspaceId} and a.person_id = any(${people.map((each) => each.id)}::uuid[])
    order by a.address collate "C"`.execute(ctx.tx)
  const groups = Map.groupBy(addresses, (each) => each.personName.toLowerCase())
  const alike = [...groups.values()].filter((group) => group.length > 1).flat()
  const worked = await workedOnAmong(
    ctx,
    alike.map((each) => each.personId),
  )
  return alike.map((each) => ({ ...each, worked: worked.has(each.personId) }))
}

/** Groups addresses so that within a group each two are one person's. Those of a worked-on person stand together as they are. */
function clustersOf(group: readonly Candidate[], seen: Seen): Cluster[] {
  const clusters: Cluster[] = [
    ...Map.groupBy(
      group.filter((each) => each.worked),
      (each) => each.personId,
    ).values(),
  ].map((addresses) => ({ addresses, because: new Map() }))
  const said = (a: Candidate, b: Candidate) => samePerson(asSeen(a, seen), asSeen(b, seen))
  for (const each of group) {
    if (each.worked) continue
    const home = clusters.find((cluster) => cluster.addresses.every((other) => said(other, each).same))
    if (!home) {
      clusters.push({ addresses: [each], because: new Map() })
      continue
    }
    home.because.set(each.addressId, said(home.addresses[0] as Candidate, each).because)
    home.addresses.push(each)
  }
  return clusters
}

const asSeen = (each: Candidate, seen: Seen) => {
  const names = seen.get(each.addressId)?.names ?? []
  return {
    address: each.address,
    names: names.length > 0 ? names : [{ name: each.personName, count: 1 }],
    list: null,
  }
}

/** Gives each cluster its person, and lets go of people who are left without an address. */
async function arrange(ctx: Ctx, clusters: readonly Cluster[], seen: Seen): Promise<string[]> {
  const { workspaceId } = ctx.actor
  const taken = new Set<string>()
  const fresh: NewPerson[] = []
  const homes = clusters.map((cluster) => {
    const free = cluster.addresses.map((each) => each.personId).find((id) => !taken.has(id))
    const seenOnes = cluster.addresses.map((each) => ({
      address: each.address,
      names: seen.get(each.addressId)?.names ?? [],
    }))
    const first = cluster.addresses[0] as Candidate
    if (free === undefined) fresh.push(withId(ctx, { ...naming(seenOnes), address: first.address }))
    const personId = free ?? (fresh.at(-1) as NewPerson).id
    taken.add(personId)
    return { personId, cluster, naming: naming(seenOnes) }
  })
  const placed = homes.flatMap(({ personId, cluster }) =>
    cluster.addresses
      .filter((each) => !each.worked)
      .map((each) => ({ ...each, to: personId, because: cluster.because.get(each.addressId) ?? itsOwn })),
  )
  const moved = placed.filter((each) => each.personId !== each.to)
  for (const person of fresh) {
    const first = homes.find((home) => home.personId === person.id)?.cluster.addresses[0]
    await writePeople(ctx, [person], first?.importId ?? null)
  }
  await sql`update people.address a set person_id = n.person_id, evidence = n.because
    from unnest(${placed.map((each) => each.addressId)}::uuid[], ${placed.map((each) => each.to)}::uuid[], ${placed.map((each) => each.because)}::text[]) n (id, person_id, because)
    where a.workspace_id = ${workspaceId} and a.id = n.id and (a.person_id, a.evidence) is distinct from (n.person_id, n.because)`.execute(
    ctx.tx,
  )
  await namePeople(
    ctx,
    homes
      .filter(({ cluster }) => !cluster.addresses.some((each) => each.worked))
      .map(({ personId, naming }) => ({ id: personId, ...naming })),
  )
  const from = [...new Set(moved.map((each) => each.personId))]
  await sql`delete from people.person p where p.workspace_id = ${workspaceId} and p.id = any(${from}::uuid[])
    and not exists (select from people.address a where a.workspace_id = p.workspace_id and a.person_id = p.id)`.execute(
    ctx.tx,
  )
  return [...from, ...moved.map((each) => each.to)]
}
