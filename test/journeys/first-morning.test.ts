// needs: chromium
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectedThisMorning } from '../cast/world.ts'
import { testHouse } from '../house.ts'
import { ask, OWNER, PASSWORD } from './come-in.ts'
import { openRapport, PATIENCE, type Rapport, type Visitor } from './open-rapport.ts'
import { tellWhatWasShown } from './tell-what-was-shown.ts'

let rapport: Rapport
let link: string
let nell: Visitor
let page: Page
const keys = () => page.keyboard

beforeAll(async () => {
  rapport = await openRapport(await testHouse({ name: 'first-morning' }))
  link = await rapport.ownerLink()
  nell = await rapport.visitor()
  page = nell.page
  // Whatever a pointer does is told, so that it can be said at the end that none was used.
  await page.exposeFunction('pointed', (what: string) => pointed.push(what))
  await page.addInitScript(() => {
    const tell = (globalThis as unknown as { pointed(what: string): void }).pointed
    for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'wheel'])
      addEventListener(kind, () => tell(kind), { capture: true })
  })
}, 4 * PATIENCE)
afterAll(() => rapport?.stop())
tellWhatWasShown(() => [nell])
const pointed: string[] = []

/** Goes on by Tab until what has the focus is called that. */
async function tabTo(name: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let i = 0; i < 80; i++) {
    await keys().press('Tab')
    const called = await page.evaluate(() => {
      const at = document.activeElement as (HTMLElement & { labels?: NodeListOf<HTMLLabelElement> }) | null
      return (at?.labels?.[0]?.innerText ?? at?.getAttribute('aria-label') ?? at?.innerText ?? '').trim()
    })
    if (typeof name === 'string' ? called.startsWith(name) : name.test(called)) return
    passed.push(called)
  }
  throw new Error(`Tab never came to ${name}; it passed ${passed.join(' | ')}`)
}

const openLine = () => page.locator('.today-list > li.open')
const nameOfOpen = () => openLine().locator('.name').innerText()
const namesShown = () => page.locator('.today-list .name').allInnerTexts()
const linesLeft = () => page.locator('.today-list > li').count()
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: PATIENCE })
const focused = () => page.evaluate(() => document.activeElement?.id ?? '')

describe('The first morning, by keyboard alone', { timeout: 240_000 }, () => {
  test('begins with the one-time link: who one is, and one is in', async () => {
    await page.goto(link)
    await page.getByRole('heading', { name: 'This Rapport becomes yours.' }).waitFor()
    await tabTo('Your name')
    await keys().type(OWNER.name)
    await tabTo('Your work address')
    await keys().type(OWNER.email)
    await tabTo('What your firm is called')
    await keys().type(OWNER.workspaceName)
    await tabTo('A password')
    await keys().type(PASSWORD)
    await keys().press('Enter')
    await page.getByRole('heading', { name: 'It begins with the mail you already have.' }).waitFor()
    await page.getByText(`Signed in as ${OWNER.name}, owner of ${OWNER.workspaceName}`).waitFor()
  })

  test('opens the sample world and sees its reading end', async () => {
    await tabTo('Open the sample')
    await keys().press('Enter')
    await page
      .getByRole('heading', { level: 1, name: /^[\d,]+ mails read\.$/ })
      .waitFor({ timeout: 4 * PATIENCE })
    expect(new URL(page.url()).pathname).toMatch(/^\/imports\//)
    await tabTo('Open Today')
    await keys().press('Enter')
  })

  test('shows who waits, ranked, the first line open with their words and the reason', async () => {
    // Until the last of what was read is counted, Today is of what was read so far, and grows.
    const { ownerPool } = rapport.the.house.database
    await eventually(
      async () => (await ownerPool.query('select from relationships.stale limit 1')).rowCount,
    ).toBe(0)
    await eventually(namesShown).toEqual(
      expect.arrayContaining(expectedThisMorning.map(({ person }) => person)),
    )
    await eventually(async () => {
      const { items } = (await (await page.request.get('/api/v1/today')).json()) as {
        items: { subject: { name: string } }[]
      }
      return JSON.stringify(await namesShown()) === JSON.stringify(items.map(({ subject }) => subject.name))
    }).toBe(true)
    const names = await namesShown()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/people.*about/)
    const owed = expectedThisMorning.find(({ person }) => person === names[0])
    expect(owed?.kind).toBe('reply-owed')
    expect((await openLine().locator('blockquote').innerText()).replace(/\s+/g, ' ')).toContain(owed?.quote)
    expect(await openLine().locator('button.why').innerText()).toMatch(/\w{3}/)
  })

  test('J and K go from line to line, and it is said where one is', async () => {
    const names = await page.locator('.today-list .name').allInnerTexts()
    await keys().press('j')
    await eventually(nameOfOpen).toBe(names[1])
    await eventually(focused).toMatch(/^line-/)
    expect(await page.locator('p.sr[aria-live]').first().innerText()).toContain(names[1])
    await keys().press('j')
    await eventually(nameOfOpen).toBe(names[2])
    await keys().press('k')
    await eventually(nameOfOpen).toBe(names[1])
    await keys().press('k')
    await eventually(nameOfOpen).toBe(names[0])
    expect(await page.locator('[aria-current=true]').count()).toBe(1)
  })

  test('S 1 snoozes a line until tomorrow, X puts one aside for a reason of one’s own', async () => {
    const before = await linesLeft()
    const [snoozed, dismissed] = await page.locator('.today-list .name').allInnerTexts()
    await keys().press('s')
    await page.getByRole('menu').waitFor()
    await keys().press('1')
    await eventually(linesLeft).toBe(before - 1)
    await page.getByText(`${snoozed} waits until tomorrow, 08:00.`).waitFor()
    await eventually(nameOfOpen).toBe(dismissed)
    await keys().press('x')
    const choices = page.getByRole('menu').getByRole('menuitem')
    await choices.first().waitFor()
    await keys().press(String(await choices.count()))
    const reason = page.getByRole('textbox', { name: 'Not today, because' })
    await reason.waitFor()
    await eventually(() => reason.evaluate((it) => it === document.activeElement)).toBe(true)
    await keys().type('we speak at the fair on Thursday')
    await keys().press('Enter')
    await eventually(linesLeft).toBe(before - 2)
    await page.getByText(`${dismissed}: not today. “we speak at the fair on Thursday”`).waitFor()
  })

  test('E does a line, and Z takes it back', async () => {
    const before = await linesLeft()
    const done = await nameOfOpen()
    await keys().press('e')
    await eventually(linesLeft).toBe(before - 1)
    await keys().press('z')
    await eventually(linesLeft).toBe(before)
    expect(await page.locator('.today-list .name').allInnerTexts()).toContain(done)
  })

  test('ends: with the last line done it says that this is all', async () => {
    await page.locator('.today-end').getByText('That is all').waitFor()
    for (let left = await linesLeft(); left > 0; left--) {
      await keys().press('e')
      await eventually(linesLeft).toBe(left - 1)
    }
    await page.getByRole('heading', { level: 1, name: 'Nobody else is waiting for you.' }).waitFor()
    const end = page.locator('.today-end')
    expect(await end.innerText()).toContain('That is all of it.')
    expect(await end.innerText()).toMatch(/\d+ done, 1 snoozed, 1 put aside/)
    expect(await focused()).toBe('main')
    expect(await page.locator('p.sr[aria-live]').first().innerText()).toContain('That is all of it.')
  })

  test('finds a person by a few letters, writes a note there, and goes back', async () => {
    await keys().press('Control+k')
    const find = page.getByRole('dialog').getByRole('combobox')
    await find.waitFor()
    await keys().type('ilse')
    await page.getByRole('option', { name: /^Ilse /, selected: true }).waitFor()
    await keys().press('Enter')
    const person = expectedThisMorning.find(({ person }) => person.startsWith('Ilse'))?.person ?? ''
    await page.getByRole('heading', { level: 1, name: person }).waitFor()
    await page.locator('article.mail').first().waitFor()
    await eventually(focused).toBe('main')
    await keys().press('n')
    await page.getByRole('textbox', { name: 'Note' }).waitFor()
    await keys().type('Her daughter begins school in August.')
    await keys().press('Control+Enter')
    await page.locator('article.noted').getByText('Her daughter begins school in August.').waitFor()
    // The browser's own key for it doesn't reach a browser without a window.
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Nobody else is waiting for you.' }).waitFor()
  })

  test('shows its keys on ?, and Escape puts them away', async () => {
    await keys().press('?')
    const sheet = page.getByRole('dialog', { name: 'Keys' })
    await sheet.waitFor()
    expect(await sheet.innerText()).toMatch(/snooze/)
    await keys().press('Escape')
    await sheet.waitFor({ state: 'hidden' })
  })

  test('used no pointer, left no error, and spoke to nobody else', () => {
    expect(pointed).toEqual([])
    expect(nell.noticed).toMatchObject({ errors: [], strays: [], dialogs: [] })
  })

  test('closes the link behind itself', async () => {
    const late = await rapport.visitor()
    await late.page.goto(link)
    await late.page.getByRole('heading', { name: 'It has an owner already.' }).waitFor()
    expect(await late.page.getByRole('textbox').count()).toBe(0)
    const key = new URL(link).searchParams.get('key')
    const claim = { key, name: 'M', email: 'm@example.org', password: PASSWORD, workspaceName: 'M' }
    await expect(ask(late.page, 'POST', '/api/v1/setup/claim', claim)).rejects.toThrow(/403/)
    await late.page.goto('/')
    await late.page.getByRole('heading', { name: 'Sign in' }).waitFor()
  })
})
