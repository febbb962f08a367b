// needs: chromium, data
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testHouse } from '../house.ts'
import { owner } from './come-in.ts'
import { openRapport, PATIENCE, type Rapport, type Visitor } from './open-rapport.ts'
import { tellWhatWasShown } from './tell-what-was-shown.ts'

const mckay = join(import.meta.dirname, '../../../shared/data/enron-mckay-j/mbox')
let rapport: Rapport
let visitor: Visitor
let page: Page

beforeAll(async () => {
  rapport = await openRapport(await testHouse({ name: 'own-mail' }))
  visitor = await owner(rapport)
  page = visitor.page
  // Every title that the page bears is kept, so that what was shown for a moment only can be told afterwards.
  await page.addInitScript(() => {
    const titles: string[] = []
    Object.assign(globalThis, { titles })
    new MutationObserver(() => {
      const title = document.querySelector('h1')?.textContent ?? ''
      if (title && title !== titles.at(-1)) titles.push(title)
    }).observe(document, { childList: true, subtree: true, characterData: true })
  })
}, 4 * PATIENCE)
afterAll(() => rapport?.stop())
tellWhatWasShown(() => [visitor])

const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: PATIENCE })
const sum = async () => (await page.locator('.sum1 b').innerText()).replace(/\s+/g, ' ').trim()
const titles = () => page.evaluate(() => (globalThis as unknown as { titles: string[] }).titles)
const title = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** Drops a file on the page as a hand does: the page gets the file itself, not its path. */
async function drop(name: string, bytes: Buffer): Promise<void> {
  const carried = await page.evaluateHandle(
    ([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const carried = new DataTransfer()
      carried.items.add(new File([bytes], name))
      return carried
    },
    [name, bytes.toString('base64')] as const,
  )
  const zone = page.getByRole('region', { name: 'Drop files or folders here' })
  await zone.dispatchEvent('dragover', { dataTransfer: carried })
  await page.getByText('Let go; it is read from here.').waitFor()
  await zone.dispatchEvent('drop', { dataTransfer: carried })
}

async function sayItIsMe(): Promise<void> {
  await page.getByRole('heading', { name: 'Which of these is you?' }).waitFor()
  await page.getByRole('button', { name: /^Yes, (that is|these are) me/ }).click()
}

describe('One’s own mail, brought in on the page', { timeout: 240_000 }, () => {
  test('is asked whose it is, and the address that wrote it is proposed with its reason', async () => {
    await page.goto('/begin')
    await page.getByLabel('A folder of mail').setInputFiles(mckay)
    await page.getByRole('heading', { name: 'Which of these is you?' }).waitFor()
    const first = page.locator('.whose li').first()
    expect(await first.locator('b').innerText()).toBe('jonathan.mckay@enron.com')
    expect(await first.locator('.why').innerText()).toMatch(/sent|wrote/)
    expect(await first.getByRole('checkbox').isChecked()).toBe(true)
    await page.getByLabel('What to call this mailbox').fill('Jonathan’s old mail')
    await page.getByRole('button', { name: /^Yes, that is me/ }).click()
  })

  test('is read while one looks on, to its last mail', async () => {
    await title('991 mails read.').waitFor({ timeout: 4 * PATIENCE })
    const shown = await titles()
    const soFar = shown.flatMap((one) => /^Reading; ([\d,]+) mails so far/.exec(one)?.[1] ?? [])
    expect(soFar.length, shown.join(' | ')).toBeGreaterThan(0)
    const counts = soFar.map((count) => Number(count.replaceAll(',', '')))
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(await sum()).toBe('991 = 982 + 9 + 0')
    expect(await page.locator('.import-figures').innerText()).toMatch(/[\d,]+\s+people\s+[\d,]+\s+companies/)
  })

  test('adds up on the mailbox’s own page, folder by folder', async () => {
    await page.getByRole('link', { name: 'The mailbox' }).click()
    await title('Jonathan’s old mail').waitFor()
    expect(await sum()).toBe('991 = 982 + 9 + 0')
    const rows = await page
      .getByRole('table', { name: 'Folders' })
      .locator('tbody tr:not(.tot)')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('td.n')].map((cell) => cell.textContent)),
      )
    const numbers = rows.map((cells) => cells.map((cell) => Number(cell?.replaceAll(',', ''))))
    expect(numbers.length).toBeGreaterThanOrEqual(19)
    for (const [found = 0, stored = 0, twice = 0, left = 0] of numbers)
      expect(found).toBe(stored + twice + left)
    expect(numbers.reduce((all, [found = 0]) => all + found, 0)).toBe(991)
    expect(await page.getByRole('table', { name: 'Folders' }).innerText()).toContain('Adds up')
  })

  test('has its people in the list, and each with what was written', async () => {
    await page.goto('/people?q=hedstrom')
    const row = page.getByRole('link', { name: /Hedstrom/ }).first()
    await row.click()
    await title(/Hedstrom/).waitFor()
    await page.locator('article.mail').first().waitFor()
    expect(await page.locator('article.mail .letter').first().innerText()).toMatch(/\w+ \w+/)
    expect(await page.getByText(/\d+ from \w+, \d+ from you/).innerText()).toMatch(/[1-9]/)
  })

  test('that is dropped a second time adds nothing, and says so', async () => {
    await page.goto('/begin')
    await drop('inbox.mbox.gz', readFileSync(join(mckay, 'inbox.mbox.gz')))
    await sayItIsMe()
    await title('25 mails read.').waitFor()
    expect(await sum()).toBe('25 = 0 + 25 + 0')
  })

  test('is taken back whole from its page, and can be brought in anew', async () => {
    await page.goto('/mailboxes')
    await page.getByRole('link', { name: 'Jonathan’s old mail' }).first().click()
    await page.getByRole('listitem').filter({ hasText: '991 mails found' }).getByRole('link').click()
    await page.getByRole('button', { name: 'Take all of it back' }).click()
    await title('This reading was taken back.').waitFor()
    await page.goto('/people')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await eventually(() => page.getByRole('link', { name: /Hedstrom/ }).count()).toBe(0)
    await page.goto('/begin')
    // What the second drop held too is still there by it; this file was in the first reading alone.
    await drop('ubs_warburg.mbox.gz', readFileSync(join(mckay, 'ubs_warburg.mbox.gz')))
    await sayItIsMe()
    await title('23 mails read.').waitFor()
    expect(await sum()).toBe('23 = 23 + 0 + 0')
  })

  test('left no error and spoke to nobody else', () => {
    expect(visitor.noticed).toMatchObject({ errors: [], strays: [], dialogs: [] })
  })
})
