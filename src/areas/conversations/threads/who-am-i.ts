import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import { companyOfDomain } from '../../people/door.ts'

/** A member as mails know them. */
export interface WhoAmI {
  /** Lower case: the member's own, and those of assistants who write for them. */
  addresses: string[]
  /** Of these, whom a mail must be sent to, to be sent to the member. */
  self: string[]
  /** Given and family names, lower case. */
  names: string[]
  /** Registrable domains of the own addresses that are a company's, not free mail. */
  domains: string[]
}

/** The member's own addresses, names and domains. */
export async function whoAmI(ctx: Ctx, memberId: string): Promise<WhoAmI> {
  const { workspaceId } = ctx.actor
  const { rows } = await sql<{ address: string; role: string; name: string | null }>`
    select o.address, o.role, a.name from conversations.own_address o
    left join people.address a on a.workspace_id = o.workspace_id and a.address = o.address
    where o.workspace_id = ${workspaceId} and o.member_id = ${memberId} and o.role <> 'other'`.execute(ctx.tx)
  const { rows: members } = await sql<{ name: string }>`select name from platform.member
    where workspace_id = ${workspaceId} and id = ${memberId}`.execute(ctx.tx)
  const self = rows.filter((row) => row.role === 'self')
  const names = [...self.map((row) => row.name ?? ''), members[0]?.name ?? '']
  return {
    addresses: rows.map((row) => row.address),
    self: self.map((row) => row.address),
    names: [
      ...new Set(
        names.flatMap((name) => name.toLowerCase().split(/[^\p{L}'-]+/u)).filter((word) => word.length > 1),
      ),
    ],
    domains: [
      ...new Set(self.map((row) => companyOfDomain(row.address).domain).filter((domain) => domain !== null)),
    ],
  }
}
