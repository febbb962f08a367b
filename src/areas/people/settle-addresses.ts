import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { bestName } from './best-name.ts'
import { addressKind } from './human-address.ts'
import type { SeenAddress } from './meet-addresses.ts'
import { nameOfPerson } from './name-of-person.ts'
import { workedOnAmong } from './worked-on.ts'
import { type NewPerson, withId, writePeople } from './write-people.ts'

/** Why a person's only address, or their first, is theirs. */
export const itsOwn = 'the address they write from or are written to'

interface Known {
  id: string
  address: string
  kind: string
  name: string
  evidence: string
  personId: string | null
  worked: boolean
}

/**
 * Says again of known addresses what they are called and whether a person is behind each, from all that was ever seen of
 * them. A person on whom a member worked (`kept`: and these) keeps name and addresses. `seen`: address id to all that
 * mails say of it.
 * Answers the people who are new or lost an address, and all people behind these addresses.
 */
export async function settleAddresses(
  ctx: Ctx,
  seen: ReadonlyMap<string, SeenAddress>,
  importId: string,
  own: ReadonlySet<string>,
  kept: ReadonlySet<string>,
): Promise<{ changed: string[]; people: string[] }> {
  const before = (await knownAddresses(ctx, [...seen.keys()])).map((known) => ({
    ...known,
    worked: known.worked || kept.has(known.personId ?? ''),
  }))
  const changed = new Set<string>()
  const fresh: NewPerson[] = []
  const behind = new Map<string, SeenAddress[]>()
  const said = before.map((known) => {
    const all = seen.get(known.id) as SeenAddress
    const name = bestName(all.names, known.address)
    const { kind, because } = addressKind(known.address, name.full)
    const isPerson = all.human && kind === 'person' && !own.has(known.address)
    let { personId, evidence } = known
    if (isPerson && !personId) {
      const person = withId(ctx, { ...naming([all]), address: known.address })
      fresh.push(person)
      personId = person.id
      changed.add(personId)
      evidence = itsOwn
    } else if (!isPerson && personId && !known.worked) {
      changed.add(personId)
      personId = null
    }
    if (!personId) evidence = own.has(known.address) ? 'your own address' : because
    else if (isPerson && !known.worked) behind.set(personId, [...(behind.get(personId) ?? []), all])
    const shownKind = all.human || kind !== 'person' ? kind : 'unknown'
    return {
      id: known.id,
      personId,
      kind: known.worked ? known.kind : shownKind,
      name: name.full,
      evidence,
      at: all.at,
    }
  })
  // what made an address one person's with others holds no longer where there are none
  for (const each of said)
    if (each.personId && behind.get(each.personId)?.length === 1) each.evidence = itsOwn
  await writePeople(ctx, fresh, importId)
  await sql`update people.address a set person_id = n.person_id, kind = n.kind, name = n.name, evidence = n.evidence, first_seen = n.at
    from unnest(${said.map((each) => each.id)}::uuid[], ${said.map((each) => each.personId)}::uuid[], ${said.map((each) => each.kind)}::text[],
      ${said.map((each) => each.name)}::text[], ${said.map((each) => each.evidence)}::text[], ${said.map((each) => each.at)}::timestamptz[]) n (id, person_id, kind, name, evidence, at)
    where a.workspace_id = ${ctx.actor.workspaceId} and a.id = n.id
      and (a.person_id, a.kind, a.name, a.evidence, a.first_seen) is distinct from (n.person_id, n.kind, n.name, n.evidence, n.at)`.execute(
    ctx.tx,
  )
  await namePeople(
    ctx,
    [...behind].map(([id, addresses]) => ({ id, ...naming(addresses) })),
  )
  await sql`delete from people.person p where p.workspace_id = ${ctx.actor.workspaceId} and p.id = any(${[...changed]}::uuid[])
    and not exists (select from people.address a where a.workspace_id = p.workspace_id and a.person_id = p.id)`.execute(
    ctx.tx,
  )
  return {
    changed: [...changed],
    people: [...new Set(said.flatMap((each) => each.personId ?? []))],
  }
}

/** Names people anew, as far as no member has. */
export async function namePeople(
  ctx: Ctx,
  named: readonly { id: string; name: string; given: string; family: string; source: string }[],
): Promise<void> {
  await sql`update people.person p set name = n.name, given = n.given, family = n.family, name_source = n.source
    from unnest(${named.map((each) => each.id)}::uuid[], ${named.map((each) => each.name)}::text[], ${named.map((each) => each.given || null)}::text[],
      ${named.map((each) => each.family || null)}::text[], ${named.map((each) => each.source)}::text[]) n (id, name, given, family, source)
    where p.workspace_id = ${ctx.actor.workspaceId} and p.id = n.id and p.name_source <> 'typed'
      and (p.name, p.given, p.family, p.name_source) is distinct from (n.name, n.given, n.family, n.source)`.execute(
    ctx.tx,
  )
}

/** A person as named from the mails of their addresses. */
export function naming(addresses: readonly Pick<SeenAddress, 'address' | 'names'>[]) {
  const name = nameOfPerson(addresses)
  const first = addresses.map((each) => each.address).sort()[0] ?? ''
  return {
    name: name.quality > 0 ? name.full : first,
    given: name.given,
    family: name.family,
    source: name.quality >= 2 ? 'mail' : 'address',
  }
}

async function knownAddresses(ctx: Ctx, ids: readonly string[]): Promise<Known[]> {
  const { rows } = await sql<Omit<Known, 'worked'>>`
    select id, address, kind, name, evidence, person_id from people.address
    where workspace_id = ${ctx.actor.workspaceId} and id = any(${ids}::uuid[]) order by address collate "C"`.execute(
    ctx.tx,
  )
  const worked = await workedOnAmong(
    ctx,
    rows.flatMap((row) => row.personId ?? []),
  )
  return rows.map((row) => ({ ...row, worked: worked.has(row.personId ?? '') }))
}
