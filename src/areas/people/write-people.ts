import type { Ctx } from '../../platform/context.ts'
import { insertRows } from '../../platform/db/insert-rows.ts'
import { newId } from '../../platform/new-id.ts'
import { admitCompanies } from './admit-companies.ts'
import { companyOfDomain } from './company-of-domain.ts'

/** Somebody whom mails brought. */
export interface NewPerson {
  id: string
  name: string
  given: string
  family: string
  /** 'mail' as others wrote it, 'address' guessed from it. */
  source: string
  address: string
}

/** Gives somebody new an id. */
export const withId = (ctx: Ctx, person: Omit<NewPerson, 'id'>): NewPerson => ({
  id: newId(ctx.now.getTime()),
  ...person,
})

/** Writes new people, with the companies that their addresses tell of. */
export async function writePeople(
  ctx: Ctx,
  people: readonly NewPerson[],
  importId: string | null,
): Promise<void> {
  const domainOf = new Map(people.map((each) => [each.id, companyOfDomain(each.address).domain]))
  const companies = await admitCompanies(ctx, [...domainOf.values()], importId)
  await insertRows(ctx.tx, 'people.person', ctx.actor.workspaceId, {
    id: { type: 'uuid', values: people.map((each) => each.id) },
    name: { type: 'text', values: people.map((each) => each.name) },
    given: { type: 'text', values: people.map((each) => each.given || null) },
    family: { type: 'text', values: people.map((each) => each.family || null) },
    name_source: { type: 'text', values: people.map((each) => each.source) },
    company_id: {
      type: 'uuid',
      values: people.map((each) => companies.get(domainOf.get(each.id) ?? '') ?? null),
    },
    import_id: { type: 'uuid', values: people.map(() => importId) },
  })
}
