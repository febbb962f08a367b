import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'

/** A person as a line of a list names them. */
export interface PersonHead {
  id: string
  name: string
  /** '' where only an address is known. */
  given: string
  /** The address seen first. */
  address: string
  title: string | null
  company: { id: string; name: string } | null
  timeZone: string | null
  zoneMinutes: number | null
}

const columns = sql`p.id, p.name, coalesce(p.given, '') as given, p.title, p.time_zone, p.zone_minutes,
  case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end as company,
  coalesce((select a.address from people.address a where a.workspace_id = p.workspace_id and a.person_id = p.id order by a.first_seen, a.address limit 1), '') as address`

/** People by their ids. */
export async function personHeads(ctx: Ctx, ids: readonly string[]): Promise<Map<string, PersonHead>> {
  const { rows } = await sql<PersonHead>`select ${columns} from people.person p
    left join people.company c on c.workspace_id = p.workspace_id and c.id = p.company_id
    where p.workspace_id = ${ctx.actor.workspaceId} and p.id = any(${ids}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whose these addresses are: address to person id. */
export async function personsOfAddresses(
  ctx: Ctx,
  addresses: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{
    address: string
    personId: string
  }>`select address, person_id from people.address
    where workspace_id = ${ctx.actor.workspaceId} and address = any(${addresses}::text[]) and person_id is not null`.execute(
    ctx.tx,
  )
  return new Map(rows.map((row) => [row.address, row.personId]))
}
