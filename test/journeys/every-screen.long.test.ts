// needs: chromium
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleHouse } from '../cast/sample-house.ts'
import { ilse } from '../cast/world.ts'
import { ask, owner } from './come-in.ts'
import { openRapport, PATIENCE, type Rapport, type Visitor } from './open-rapport.ts'
import { tellWhatWasShown } from './tell-what-was-shown.ts'

let rapport: Rapport
let visitor: Visitor
let page: Page
const found: Record<string, string | undefined> = {}

/** Every address of the app; ":name" stands for the id of one that the sample world has. */
const inside = [
  '/',
  '/conversations',
  '/threads/:thread',
  '/people',
  '/people/:person',
  '/companies',
  '/companies/:company',
  '/relations',
  '/mailboxes',
  '/mailboxes/:mailbox',
  '/imports/:import',
  '/history',
  '/settings',
  '/settings/members',
  '/met',
  '/more',
  '/begin',
  '/no-such-page',
]
const outside = ['/sign-in', '/welcome?key=a-key-that-is-not-whole', '/join?key=a-key-that-is-not-whole']

beforeAll(async () => {
  rapport = await openRapport(await sampleHouse('every-screen'))
  visitor = await owner(rapport)
  page = visitor.page
  const { items } = await ask<{
    items: Record<'person' | 'thread' | 'company', { id: string; address?: string }>[]
  }>(page, 'GET', '/api/v1/today')
  const line = items.find(({ person }) => person?.address === ilse.address)
  const { items: boxes } = await ask<{ items: { id: string }[] }>(page, 'GET', '/api/v1/mailboxes')
  const box = await ask<{ imports: { id: string }[] }>(page, 'GET', `/api/v1/mailboxes/${boxes[0]?.id}`)
  Object.assign(found, {
    person: line?.person.id,
    thread: line?.thread.id,
    company: line?.company.id,
    mailbox: boxes[0]?.id,
    import: box.imports[0]?.id,
  })
  expect(Object.values(found).filter(Boolean)).toHaveLength(5)
}, 4 * PATIENCE)
afterAll(() => rapport?.stop())
tellWhatWasShown(() => [visitor])

const at = (path: string) => path.replace(/:(\w+)/, (_, name) => found[name] as string)

/** Goes there and waits until nothing is under way any more and the letters are there. */
async function open(on: Page, path: string) {
  await on.goto(at(path))
  await on.getByRole('heading', { level: 1 }).first().waitFor()
  await on.locator('.waiting').first().waitFor({ state: 'detached' })
  await on.evaluate(() => document.fonts.ready)
}

const looks = [
  { colorScheme: 'light', width: 1440, height: 900 },
  { colorScheme: 'light', width: 390, height: 844 },
  { colorScheme: 'dark', width: 390, height: 844 },
  { colorScheme: 'dark', width: 1440, height: 900 },
] as const

/** What axe finds, a line each: where, which rule, which element. */
async function faults(on: Page, path: string): Promise<string[]> {
  const all: string[] = []
  for (const { colorScheme, width, height } of looks) {
    await on.emulateMedia({ colorScheme })
    await on.setViewportSize({ width, height })
    const { violations } = await new AxeBuilder({ page: on }).analyze()
    for (const { id, nodes } of violations)
      for (const { html, failureSummary } of nodes)
        all.push(
          `${path} ${colorScheme} ${width}: ${id} ${html.slice(0, 160)} ${failureSummary?.slice(0, 200)}`,
        )
  }
  return all
}

async function shape(on: Page) {
  return on.evaluate(() => ({
    h1: document.querySelectorAll('h1').length,
    main: document.querySelectorAll('main').length,
    title: document.title !== '',
  }))
}
const whole = { h1: 1, main: 1, title: true }

describe.each([
  ['inside', inside],
  ['outside', outside],
] as const)('Every screen %s', { timeout: 180_000 }, (where, paths) => {
  let who: Visitor
  beforeAll(async () => {
    who = where === 'inside' ? visitor : await rapport.visitor()
  })

  test.each(paths)('%s has no fault for those who see, hear or move differently', async (path) => {
    await open(who.page, path)
    expect(await shape(who.page)).toEqual(whole)
    expect(await faults(who.page, path)).toEqual([])
    await who.page.setViewportSize({ width: 360, height: 740 })
    const wide = await who.page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(360)
    const unexpected = who.noticed.errors.splice(0).filter((error) => !/status of 40[13]/.test(error))
    expect(unexpected).toEqual([])
  })
})

describe('While the server still thinks', { timeout: 180_000 }, () => {
  test.each(inside)('%s has its one title and its main part', async (path) => {
    const slow = await page.context().newPage()
    await slow.setViewportSize({ width: 1440, height: 900 })
    const held: (() => void)[] = []
    await slow.route('**/api/v1/**', async (route) => {
      await new Promise<void>((go) => held.push(go))
      await route.continue().catch(() => {})
    })
    await slow.goto(at(path), { waitUntil: 'domcontentloaded' })
    await slow.getByRole('main').waitFor()
    await expect.poll(() => shape(slow), { timeout: PATIENCE / 9 }).toEqual(whole)
    for (const go of held) go()
    await slow.close()
  })
})
