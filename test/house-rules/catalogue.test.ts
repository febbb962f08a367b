import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { catalogue } from '../../src/catalogue.ts'
import { defineArea, type Operation } from '../../src/platform/area.ts'
import { anyMember } from '../../src/platform/may.ts'
import { within } from '../../src/platform/perform.ts'
import { doIt, testHouse } from '../house.ts'
import { catalogueRule, namesRule } from './catalogue-rules.ts'
import { repository } from './repository.ts'
import type { Breach, Source } from './source.ts'

const said = (breaches: Breach[]) => breaches.map(({ path, why }) => `${path}: ${why}`)
const win = {
  name: 'deals.win',
  kind: 'action',
  route: 'POST /deals/:dealId/win',
  about: 'Close a deal as won',
  may: anyMember,
} as const

describe('The catalogue', () => {
  test('holds each verb once: named, routed and permitted', () => {
    expect(said(catalogueRule(catalogue))).toEqual([])
    expect(said(catalogueRule([win]))).toEqual([])
  })

  test.each<[string, Partial<Operation>[]]>([
    ['no may', [{ ...win, may: undefined }]],
    ['a may of nobody', [{ ...win, may: { name: 'nobody', roles: [] } }]],
    ['a role that there is not', [{ ...win, may: { name: 'kings', roles: ['king' as never] } }]],
    ['the same name twice', [win, { ...win, route: 'POST /deals/won' }]],
    [
      'the same route twice, under other words',
      [win, { ...win, name: 'deals.gain', route: 'POST /deals/:id/win' }],
    ],
    ['an area of no storey', [{ ...win, name: 'misc.win' }]],
    ['a name that is no verb of an area', [{ ...win, name: 'winDeal' }]],
    ['an action by GET', [{ ...win, route: 'GET /deals/win' }]],
    ['nothing said about it', [{ ...win, about: '' }]],
  ])('is caught with %s', (_what, operations) => {
    expect(catalogueRule(operations as Operation[])).not.toEqual([])
  })

  test('is declared verb by verb, each in a file of its name', () => {
    expect(said(namesRule(repository(), catalogue))).toEqual([])
    expect(namesRule([declared('actions/win-deal.ts', "deals.action('win', {")], [win])).toEqual([])
  })

  test.each<[string, Source[]]>([
    ['a file of another name', [declared('actions/lose-deal.ts', "deals.action('win', {")]],
    ['an action among the questions', [declared('questions/win-deal.ts', "deals.action('win', {")]],
    ['a verb outside of both', [declared('win-deal.ts', "deals.action('win', {")]],
    [
      'two verbs in one file',
      [declared('actions/win-deal.ts', "deals.action('win', {})\nexport const b = deals.action('lose', {")],
    ],
    [
      'a verb that the catalogue forgot',
      [
        declared('actions/lose.ts', "deals.action('lose', {"),
        declared('actions/win.ts', "deals.action('win', {"),
      ],
    ],
    ['a verb that is written nowhere', []],
  ])('is caught with %s', (_what, sources) => {
    expect(namesRule(sources, [win])).not.toEqual([])
  })

  test('has questions that cannot write, whatever they try', async () => {
    const t = await testHouse({ name: 'read only' })
    try {
      const sly = defineArea('workspace').question('sly', {
        about: 'Writes',
        route: 'GET /sly',
        may: anyMember,
        input: z.object({}),
        output: z.object({}),
        run: async ({ tx }) => {
          await sql`update platform.member set name = 'Taken'`.execute(tx)
          return {}
        },
      })
      const run = () => within(t.house, t.owner, sly, {}, (ctx) => sly.run(ctx, {}))
      // 25006: read_only_sql_transaction
      await expect(run()).rejects.toMatchObject({ code: '25006' })
      expect(await doIt(t.house, t.owner, 'workspace.me')).toMatchObject({ member: { name: 'Owner' } })
    } finally {
      await t.stop()
    }
  })
})

function declared(where: string, call: string): Source {
  return { path: `src/areas/deals/${where}`, text: `export const it = ${call}})` }
}
