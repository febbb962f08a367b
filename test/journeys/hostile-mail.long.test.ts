// needs: chromium, data
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settleJobs } from '../../src/platform/jobs/run-jobs.ts'
import { doIt, testHouse } from '../house.ts'
import { attacks, EVIL, htmlMail } from './attack-mails.ts'
import { owner } from './come-in.ts'
import { openRapport, type Rapport, type Visitor } from './open-rapport.ts'
import { tellWhatWasShown } from './tell-what-was-shown.ts'

const data = join(import.meta.dirname, '../../../shared/data')
const files = [
  { name: 'page.html', type: 'text/html' },
  { name: 'page.xhtml', type: 'application/xhtml+xml' },
  { name: 'picture.svg', type: 'image/svg+xml' },
  { name: 'sheet.xml', type: 'text/xml' },
  { name: 'run.js', type: 'text/javascript' },
  { name: 'inline.html', type: 'text/html', disposition: 'inline' },
  { name: 'paper.pdf', type: 'application/pdf' },
].map((file) => ({
  ...file,
  content: `<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/></html>`,
}))

interface Mail {
  id: string
  threadId: string
  subject: string
  attachments: number
}

let rapport: Rapport
let visitor: Visitor
let page: Page
let mails: Mail[] = []

beforeAll(async () => {
  const the = await testHouse({ name: 'hostile-mail' })
  await bringIn(the, [
    ...attacks.map(([what, html], n) => htmlMail(n, `attack: ${what}`, `<p>Hello</p>${html}<p>end</p>`)),
    htmlMail(900, 'with files', '<p>See the files.</p>', files),
    htmlMail(901, 'with a link', `<p><a href="${EVIL}/offer?who=nell">our offer</a></p>`),
    ...htmlOf(nastyMails()),
    ...sample(htmlOf(mailsOf('spam-1.mbox.gz')), 40),
    ...sample(htmlOf(mailsOf('hard-ham-1.mbox.gz')), 20),
  ])
  rapport = await openRapport(the)
  visitor = await owner(rapport)
  page = visitor.page
  const { rows } = await the.house.database.ownerPool.query(
    `select id, thread_id as "threadId", subject, attachments from conversations.message
     where has_html order by message_id, id`,
  )
  mails = rows
}, 180_000)
afterAll(() => rapport?.stop())
tellWhatWasShown(() => [visitor])

const nastyMails = () =>
  globSync('**/*.eml', { cwd: join(data, 'eml-nasty') })
    .sort()
    .map((file) => readFileSync(join(data, 'eml-nasty', file)))
const mailsOf = (file: string) =>
  gunzipSync(readFileSync(join(data, 'mail-spamassassin', file)))
    .toString('latin1')
    .split(/^From .*\n/m)
    .slice(1)
    .map((raw) => Buffer.from(raw.replace(/^>(>*From )/gm, '$1'), 'latin1'))
const htmlOf = (raws: Buffer[]) =>
  raws.filter((raw) => /^content-type:\s*text\/html/im.test(raw.toString('latin1')))
const sample = (raws: Buffer[], n: number) =>
  Array.from({ length: n }, (_, i) => raws[Math.floor((i * raws.length) / n)] as Buffer)
const mailCalled = (subject: string) => {
  const mail = mails.find((each) => each.subject === subject)
  if (!mail) throw new Error(`No mail is called ${subject}`)
  return mail
}

/** Hands the mails over as files dropped on the page are, and has them read. */
async function bringIn({ house, owner }: Awaited<ReturnType<typeof testHouse>>, raws: Buffer[]) {
  const uploads: string[] = []
  for (const [n, bytes] of raws.entries()) {
    const input = { path: `${n}.eml`, size: bytes.length }
    const { uploadId } = await doIt<{ uploadId: string }>(house, owner, 'conversations.startUpload', input)
    await doIt(house, owner, 'conversations.putPart', { uploadId, n: 0 }, bytes)
    uploads.push(uploadId)
  }
  await doIt(house, owner, 'conversations.importMail', {
    uploads,
    me: ['nell@loomwright.example'],
    mailboxName: 'Strangers',
  })
  await settleJobs(house)
}

/** Goes to a mail's thread without loading the page anew, so that what a mail did to it would stay. */
async function open(mail: Mail): Promise<Frame> {
  await page.evaluate((path) => {
    history.pushState(null, '', path)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }, `/threads/${mail.threadId}`)
  const article = page.locator(`article[id="${mail.id}"]`)
  await article.getByRole('button', { name: 'as it was sent' }).click()
  return shown(mail)
}

async function shown(mail: Mail, images: '0' | '1' = '0'): Promise<Frame> {
  const element = await page.waitForSelector(`article[id="${mail.id}"] iframe[src*="images=${images}"]`)
  const frame = await element.contentFrame()
  if (!frame) throw new Error(`${mail.subject} is not shown in a frame`)
  await frame.waitForURL(new RegExp(`images=${images}`), { waitUntil: 'load' })
  return frame
}

/** How the page around the mail looks: its styles, and what lies on top where its places are. */
const look = () =>
  page.evaluate(() => {
    const styles = ['html', 'body', 'main', '.rail', 'h1', '.mail-from', '.rail a'].map((selector) => {
      const at = document.querySelector(selector)
      if (!at) return `${selector} is gone`
      const { color, backgroundColor, display, position, fontFamily, fontSize, visibility } =
        getComputedStyle(at)
      return [selector, color, backgroundColor, display, position, fontFamily, fontSize, visibility].join(' ')
    })
    const covered = [...document.querySelectorAll('.rail a, .rail button')].filter((link) => {
      const { left, top, width, height } = link.getBoundingClientRect()
      const on = document.elementFromPoint(left + width / 2, top + height / 2)
      return !link.contains(on) && !on?.contains(link)
    })
    const rail = document.querySelector('.rail')?.getBoundingClientRect()
    return {
      styles,
      covered: covered.length,
      rail: `${rail?.left} ${rail?.top} ${rail?.width}`,
      sideways: document.documentElement.scrollWidth > innerWidth,
      title: document.querySelectorAll('h1').length,
    }
  })
const pwned = (where: Page | Frame) => where.evaluate(() => '__pwned' in globalThis)

describe('Mail from strangers, opened as it was sent', { timeout: 300_000 }, () => {
  test('runs nothing, asks nobody, and leaves the page around it as it was', async () => {
    expect(attacks.length).toBeGreaterThanOrEqual(40)
    expect(mails.length).toBeGreaterThan(attacks.length + 110)
    const wrong: string[] = []
    await page.goto('/mailboxes')
    await page.getByRole('heading', { level: 1 }).waitFor()
    let usual: Awaited<ReturnType<typeof look>> | null = null
    for (const mail of mails) {
      const { noticed } = visitor
      const before = noticed.strays.length
      const frame = await open(mail)
      const url = page.url()
      const now = await look()
      usual ??= now
      if (JSON.stringify(now) !== JSON.stringify(usual)) wrong.push(`${mail.subject}: ${JSON.stringify(now)}`)
      if (noticed.strays.length > before) wrong.push(`${mail.subject} asked ${noticed.strays.slice(before)}`)
      if ((await pwned(page)) || (await pwned(frame))) wrong.push(`${mail.subject} ran`)
      if (new URL(url).pathname !== `/threads/${mail.threadId}`) wrong.push(`${mail.subject} led to ${url}`)
      const links = await frame.evaluate(() =>
        [...document.querySelectorAll<HTMLAnchorElement>('a[href], area[href]')]
          .filter(
            (link) =>
              link.target !== '_blank' ||
              !/noopener/.test(link.rel) ||
              !/^(https?|mailto):/.test(link.href) ||
              link.hasAttribute('ping'),
          )
          .map((link) => link.outerHTML),
      )
      if (links.length) wrong.push(`${mail.subject} has ${links}`)
    }
    expect(wrong).toEqual([])
    expect(visitor.noticed).toMatchObject({ dialogs: [], strays: [], errors: [] })
    // A word of the browser about a script that it held back would mean that one had come as far as the frame.
    expect(visitor.noticed.said.filter((text) => /script/i.test(text))).toEqual([])
  })

  test('shows pictures from elsewhere only once they are asked for, and then nothing but pictures', async () => {
    const { noticed } = visitor
    for (const mail of mails.filter(({ subject }, n) => subject.startsWith('attack:') || n % 4 === 0)) {
      await open(mail)
      expect(noticed.strays, mail.subject).toEqual([])
      await page
        .getByRole('button', { name: /show its images/ })
        .first()
        .click()
      const frame = await shown(mail, '1')
      expect(await pwned(frame), mail.subject).toBe(false)
      const asked = noticed.strays.splice(0)
      expect(
        asked.filter((each) => !each.startsWith('image ')),
        mail.subject,
      ).toEqual([])
      if (mail.subject === 'attack: pictures from elsewhere')
        expect(asked).toContain(`image ${EVIL}/pixel.gif`)
      noticed.errors.length = 0
    }
    expect(noticed.dialogs).toEqual([])
    expect(await pwned(page)).toBe(false)
  })

  test('is held by the cleaning alone, without policy or frame', async () => {
    const alone = await rapport.visitor()
    await alone.page.context().addCookies(await page.context().cookies())
    for (const mail of mails.filter(({ subject }) => subject.startsWith('attack:'))) {
      const answer = await alone.page.request.get(`/api/v1/messages/${mail.id}/html`)
      const body = await answer.text()
      await alone.page.route('**/alone', (route) => route.fulfill({ contentType: 'text/html', body }))
      await alone.page.goto('/alone', { waitUntil: 'load' })
      expect(await pwned(alone.page), mail.subject).toBe(false)
      expect(new URL(alone.page.url()).pathname, mail.subject).toBe('/alone')
      expect(alone.noticed, mail.subject).toMatchObject({ dialogs: [], strays: [] })
      await alone.page.unroute('**/alone')
    }
  })

  test('is held by the policy alone, as if nothing had been cleaned', async () => {
    const alone = await rapport.visitor()
    await alone.page.context().addCookies(await page.context().cookies())
    const first = await alone.page.request.get(`/api/v1/messages/${mails[0]?.id}/html`)
    const headers = first.headers()
    for (const [what, html] of attacks) {
      await alone.page.route('**/alone', (route) => route.fulfill({ headers, body: html }))
      await alone.page.goto('/alone', { waitUntil: 'load' })
      expect(await pwned(alone.page), what).toBe(false)
      expect(new URL(alone.page.url()).pathname, what).toBe('/alone')
      expect(alone.noticed, what).toMatchObject({ dialogs: [], strays: [] })
      await alone.page.unroute('**/alone')
    }
  })

  test('has links that open apart and tell nothing of where they were followed', async () => {
    const frame = await open(mailCalled('with a link'))
    await page.context().route(`${EVIL}/**`, (route) => route.fulfill({ body: 'An offer' }))
    const asked = page.context().waitForEvent('request', (request) => request.url().startsWith(EVIL))
    const opened = page.context().waitForEvent('page')
    await frame.getByText('our offer').click()
    const apart = await opened
    await apart.getByText('An offer').waitFor()
    expect(apart.url()).toBe(`${EVIL}/offer?who=nell`)
    expect(await apart.evaluate(() => opener)).toBeNull()
    expect((await (await asked).allHeaders()).referer).toBeUndefined()
    expect(new URL(page.url()).origin).toBe(rapport.url)
    await apart.close()
  })

  test('brings files that are only ever saved, whatever they say they are', async () => {
    const mail = mailCalled('with files')
    await open(mail)
    const links = page.locator(`article[id="${mail.id}"] .attached a`)
    expect(await links.allInnerTexts()).toEqual(files.map(({ name }) => name))
    for (const [n, { name }] of files.entries()) {
      const href = (await links.nth(n).getAttribute('href')) ?? ''
      const headers = (await page.request.get(href)).headers()
      expect(headers['content-disposition'], name).toMatch(/^attachment; filename="/)
      expect(headers['x-content-type-options'], name).toBe('nosniff')
      expect(headers['content-security-policy'], name).toMatch(/^sandbox; default-src 'none'/)
      const saved = page.waitForEvent('download')
      await links.nth(n).click()
      expect((await saved).suggestedFilename()).toBe(name)
      const other = await page.context().newPage()
      const alsoSaved = other.waitForEvent('download')
      await other.goto(href).catch(() => {})
      await alsoSaved
      expect(other.url(), name).toBe('about:blank')
      await other.close()
    }
    expect(visitor.noticed.dialogs).toEqual([])
  })
})
