import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import { newId } from '../../platform/new-id.ts'
import { bestName, type NameSeen } from './best-name.ts'
import { addressKind } from './human-address.ts'
import { type NewPerson, withId, writePeople } from './write-people.ts'

/** An address as mails named it. */
export interface SeenAddress {
  address: string
  names: NameSeen[]
  /** It stands in a mail that people wrote: only then can it be a person's. */
  human: boolean
  /** When it was seen first; null where no mail's date can be trusted. */
  at: Date | null
}

export interface MetAddress {
  addressId: string
  personId: string | null
}

interface Known {
  id: string
  address: string
  personId: string | null
  name: string
  personName: string | null
  nameSource: string | null
}

/**
 * Makes every seen address known: humans become people (and their domains companies), robots and lists only addresses.
 * A better name replaces a worse one, never a typed one: good enough to go on with until all mails are here and
 * settle-addresses.ts says it from all of them. Answers each address's ids. Told to nobody: the caller tells what the
 * mails mean.
 */
export async function meetAddresses(
  ctx: Ctx,
  seen: SeenAddress[],
  importId: string,
  own: ReadonlySet<string>,
): Promise<Map<string, MetAddress>> {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<Known>`
    select a.id, a.address, a.person_id, a.name, p.name as person_name, p.name_source
    from people.address a left join people.person p on p.workspace_id = a.workspace_id and p.id = a.person_id
    where a.workspace_id = ${workspaceId} and a.address = any(${seen.map((each) => each.address)}::text[])`.execute(
    ctx.tx,
  )
  const known = new Map(rows.map((row) => [row.address, row]))
  const met = new Map<string, MetAddress>()
  const fresh: {
    address: SeenAddress
    id: string
    personId: string | null
    kind: string
    because: string
    name: string
  }[] = []
  const people: NewPerson[] = []
  const adopted: { id: string; personId: string; evidence: string }[] = []
  const renamed: { personId: string; addressId: string; name: string; given: string; family: string }[] = []

  for (const each of seen) {
    const before = known.get(each.address)
    const name = bestName(
      before ? [...each.names, { name: before.name, count: 1 }] : each.names,
      each.address,
    )
    const shown = name.quality > 0 ? name.full : each.address
    const { kind, because } = addressKind(each.address, name.full)
    const person = each.human && kind === 'person' && !own.has(each.address)
    const newPerson = () => {
      const fresh = withId(ctx, {
        name: shown,
        given: name.given,
        family: name.family,
        source: name.quality >= 2 ? 'mail' : 'address',
        address: each.address,
      })
      people.push(fresh)
      return fresh.id
    }
    if (!before) {
      const id = newId(ctx.now.getTime())
      const personId = person ? newPerson() : null
      const evidence = own.has(each.address)
        ? 'your own address'
        : personId
          ? 'the address they write from or are written to'
          : because
      fresh.push({
        address: each,
        id,
        personId,
        kind: each.human ? kind : kind === 'person' ? 'unknown' : kind,
        because: evidence,
        name: name.full,
      })
      met.set(each.address, { addressId: id, personId })
      continue
    }
    let personId = before.personId
    if (!personId && person) {
      personId = newPerson()
      adopted.push({ id: before.id, personId, evidence: 'the address they write from or are written to' })
    } else if (
      personId &&
      before.nameSource === 'address' &&
      name.quality >= 2 &&
      shown !== before.personName
    ) {
      renamed.push({ personId, addressId: before.id, name: shown, given: name.given, family: name.family })
    }
    met.set(each.address, { addressId: before.id, personId })
  }

  await writePeople(ctx, people, importId)
  await insertRows(ctx.tx, 'people.address', workspaceId, {
    id: { type: 'uuid', values: fresh.map((each) => each.id) },
    address: { type: 'text', values: fresh.map((each) => each.address.address) },
    person_id: { type: 'uuid', values: fresh.map((each) => each.personId) },
    kind: { type: 'text', values: fresh.map((each) => each.kind) },
    name: { type: 'text', values: fresh.map((each) => each.name) },
    evidence: { type: 'text', values: fresh.map((each) => each.because) },
    first_seen: { type: 'timestamptz', values: fresh.map((each) => each.address.at) },
    import_id: { type: 'uuid', values: fresh.map(() => importId) },
  })
  if (adopted.length > 0)
    await sql`update people.address a set person_id = n.person_id, kind = 'person', evidence = n.evidence
      from unnest(${adopted.map((each) => each.id)}::uuid[], ${adopted.map((each) => each.personId)}::uuid[], ${adopted.map((each) => each.evidence)}::text[]) n (id, person_id, evidence)
      where a.workspace_id = ${workspaceId} and a.id = n.id`.execute(ctx.tx)
  if (renamed.length > 0) {
    await sql`update people.person p set name = n.name, given = n.given, family = n.family, name_source = 'mail'
      from unnest(${renamed.map((each) => each.personId)}::uuid[], ${renamed.map((each) => each.name)}::text[],
        ${renamed.map((each) => each.given || null)}::text[], ${renamed.map((each) => each.family || null)}::text[]) n (id, name, given, family)
      where p.workspace_id = ${workspaceId} and p.id = n.id and p.name_source = 'address'`.execute(ctx.tx)
    await sql`update people.address a set name = n.name
      from unnest(${renamed.map((each) => each.addressId)}::uuid[], ${renamed.map((each) => each.name)}::text[]) n (id, name)
      where a.workspace_id = ${workspaceId} and a.id = n.id`.execute(ctx.tx)
  }
  return met
}
