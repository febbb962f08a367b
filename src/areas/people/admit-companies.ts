import { sql } from 'kysely'
import type { Ctx } from '../../platform/context.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import { newId } from '../../platform/new-id.ts'
import { companyName } from './company-of-domain.ts'

/** Makes sure that each registrable domain has its company; free mail has none. Answers domain to company id. */
export async function admitCompanies(
  ctx: Ctx,
  domains: readonly (string | null)[],
  importId: string | null,
): Promise<Map<string, string>> {
  const { workspaceId } = ctx.actor
  const wanted = [...new Set(domains.filter((domain) => domain !== null))]
  const known = new Map<string, string>()
  if (wanted.length === 0) return known
  const { rows } = await sql<{
    domain: string
    companyId: string
  }>`select domain, company_id from people.domain
    where workspace_id = ${workspaceId} and domain = any(${wanted}::text[])`.execute(ctx.tx)
  for (const row of rows) known.set(row.domain, row.companyId)
  const fresh = wanted
    .filter((domain) => !known.has(domain))
    .map((domain) => ({ id: newId(ctx.now.getTime()), domain, name: companyName(domain) }))
  if (fresh.length === 0) return known
  await insertRows(ctx.tx, 'people.company', workspaceId, {
    id: { type: 'uuid', values: fresh.map((each) => each.id) },
    name: { type: 'text', values: fresh.map((each) => each.name) },
    import_id: { type: 'uuid', values: fresh.map(() => importId) },
  })
  await insertRows(ctx.tx, 'people.domain', workspaceId, {
    domain: { type: 'text', values: fresh.map((each) => each.domain) },
    company_id: { type: 'uuid', values: fresh.map((each) => each.id) },
    import_id: { type: 'uuid', values: fresh.map(() => importId) },
  })
  for (const each of fresh) known.set(each.domain, each.id)
  return known
}
