// needs: chromium
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleHouse } from '../cast/sample-house.ts'
import { ilse } from '../cast/world.ts'
import { ask, owner, PASSWORD } from './come-in.ts'
import { openRapport, PATIENCE, type Rapport, type Visitor } from './open-rapport.ts'
import { tellWhatWasShown } from './tell-what-was-shown.ts'

let rapport: Rapport
let nell: Visitor
let rita: Visitor
let vera: Visitor
let personId: string
let threadId: string
let messageId: string

beforeAll(async () => {
  rapport = await openRapport(await sampleHouse('members'))
  nell = await owner(rapport)
  const { items } = await ask<{
    items: { person: { id: string; address: string } | null; thread: { id: string } | null }[]
  }>(nell.page, 'GET', '/api/v1/today')
  const line = items.find(({ person }) => person?.address === ilse.address)
  personId = line?.person?.id ?? ''
  threadId = line?.thread?.id ?? ''
  const { messages } = await ask<{ messages: { id: string }[] }>(
    nell.page,
    'GET',
    `/api/v1/threads/${threadId}`,
  )
  messageId = messages[0]?.id ?? ''
}, 4 * PATIENCE)
afterAll(() => rapport?.stop())
tellWhatWasShown(() => [nell, rita, vera])

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: PATIENCE })
/** What a page says instead of what is not this member's, or is not there for them. */
const refused = /This is not yours to see\.|There is no such/
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** Invites on the members' page; gives the link that is shown there once. */
async function invite(email: string, role: string): Promise<string> {
  const { page } = nell
  await page.goto('/settings/members')
  await page.getByLabel('Their work address').fill(email)
  await page.getByRole('combobox', { name: 'As' }).selectOption(role)
  await page.getByRole('button', { name: 'Make the link' }).click()
  const link = page.locator('.secret code')
  await link.waitFor()
  await page.getByRole('listitem').filter({ hasText: email }).getByText(`as ${role}`).waitFor()
  return link.innerText()
}

async function join(link: string, name: string): Promise<Visitor> {
  const visitor = await rapport.visitor()
  const { page } = visitor
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('A password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Come in' }).click()
  await page.waitForURL((url) => url.pathname !== '/join')
  return visitor
}

/** The page must go on as it is: a mark that a reload would wipe off. */
const mark = (page: Page) => page.evaluate(() => Object.assign(globalThis, { sameAsBefore: true }))
const isUnreloaded = (page: Page) => page.evaluate(() => 'sameAsBefore' in globalThis)

describe('Several who work together', { timeout: 180_000 }, () => {
  test('come by an invitation each, which is seen on the owner’s screen without a reload', async () => {
    const toRita = await invite('rita@loomwright.example', 'rep')
    const toVera = await invite('vera@loomwright.example', 'viewer')
    await mark(nell.page)
    rita = await join(toRita, 'Rita Rep')
    await nell.page
      .getByRole('listitem')
      .filter({ hasText: 'Rita Rep' })
      .getByText(/^rep, since/)
      .waitFor()
    vera = await join(toVera, 'Vera Viewer')
    await nell.page
      .getByRole('listitem')
      .filter({ hasText: 'Vera Viewer' })
      .getByText(/^viewer, since/)
      .waitFor()
    await title(nell.page, /^Three people work here/).waitFor()
    expect(await isUnreloaded(nell.page)).toBe(true)
    const late = await rapport.visitor()
    await late.page.goto(toRita)
    await late.page.getByLabel('Your name').fill('Mallory')
    await late.page.getByLabel('A password').fill(PASSWORD)
    await late.page.getByRole('button', { name: 'Come in' }).click()
    await late.page.getByRole('alert').waitFor()
    expect((await late.page.request.get('/api/v1/me')).status()).toBe(401)
  })

  test('see no line of each other’s mail that was not shared: not on a page, not by its address', async () => {
    for (const { page } of [rita, vera]) {
      await page.goto(`/threads/${threadId}`)
      await page.getByText(refused).first().waitFor()
      expect(await page.locator('article').count()).toBe(0)
      for (const path of [
        `/api/v1/threads/${threadId}`,
        `/api/v1/messages/${messageId}/html`,
        `/api/v1/messages/${messageId}/source`,
        `/api/v1/messages/${messageId}/attachments/0`,
      ])
        expect([403, 404], path).toContain((await page.request.get(path)).status())
      await page.goto(`/people/${personId}`)
      await title(page, ilse.name).waitFor()
      expect(await page.locator('article').count()).toBe(0)
    }
  })

  test('a viewer is told on each page what is not theirs, and can change nothing', async () => {
    const { page } = vera
    for (const path of ['/', '/conversations', '/mailboxes']) {
      await page.goto(path)
      await page.getByText('This is not yours to see.').waitFor()
      await page.getByText(/A viewer may not/).waitFor()
    }
    const change = ask(page, 'POST', `/api/v1/people/${personId}`, { title: 'Changed' })
    await expect(change).rejects.toThrow(/403 .*viewer/)
    await page.goto('/settings/members')
    await title(page, /^Three people work here/).waitFor()
    expect(await page.getByRole('button', { name: 'End membership' }).count()).toBe(0)
  })

  test('what one changes stands on the others’ screens a moment later, without a reload', async () => {
    for (const { page } of [rita, vera]) {
      await page.goto(`/people/${personId}`)
      await title(page, ilse.name).waitFor()
      await mark(page)
    }
    const { page } = nell
    await page.goto(`/people/${personId}`)
    await title(page, ilse.name).waitFor()
    const before = await page.getByRole('button', { name: /^Title/ }).innerText()
    await page.getByRole('button', { name: /^Title/ }).click()
    await page.getByRole('textbox', { name: 'Title' }).fill('Head of the night shift')
    await page.keyboard.press('Enter')
    for (const who of [rita, vera]) {
      await who.page.getByText('Head of the night shift').waitFor()
      expect(await isUnreloaded(who.page)).toBe(true)
    }
    await page.keyboard.press('z')
    await eventually(() => rita.page.getByText('Head of the night shift').count()).toBe(0)
    await rita.page.getByText(before).first().waitFor()
  })

  test('what one does with one’s own mail is news to nobody else', async () => {
    const heard: string[] = []
    await rita.page.exposeFunction('heard', (name: string) => heard.push(name))
    await rita.page.evaluate(async () => {
      const source = new EventSource('/api/v1/live')
      source.addEventListener('message', (event) =>
        (globalThis as unknown as { heard(name: string): void }).heard(JSON.parse(event.data).name),
      )
      await new Promise((open) => source.addEventListener('open', open))
    })
    await nell.page.goto(`/threads/${threadId}`)
    await nell.page.getByRole('button', { name: /Needs no reply/ }).click()
    await nell.page.getByText('It needs no reply.').waitFor()
    await ask(nell.page, 'POST', `/api/v1/people/${personId}`, { title: 'Shift planner' })
    await eventually(async () => heard).toContain('people.peopleChanged')
    expect(heard.filter((name) => /^(conversations|today|relationships)/.test(name))).toEqual([])
  })

  test('who was shown the door is out at once', async () => {
    const { page } = nell
    await page.goto('/settings/members')
    const line = page.getByRole('listitem').filter({ hasText: 'Vera Viewer' })
    await line.getByRole('button', { name: 'End membership' }).click()
    await line.waitFor({ state: 'detached' })
    expect((await vera.page.request.get('/api/v1/me')).status()).toBe(401)
    await vera.page.goto('/people')
    await vera.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })

  test('no page had an error but what it was refused', () => {
    const errors = [nell, rita, vera].flatMap(({ noticed }) => noticed.errors)
    expect(errors.filter((error) => !/status of 40[134]/.test(error))).toEqual([])
    expect([nell, rita, vera].flatMap(({ noticed }) => noticed.strays)).toEqual([])
  })
})
