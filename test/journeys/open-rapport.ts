import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { makeOwnerLink } from '../../src/platform/auth/make-owner-link.ts'
import { runJobs } from '../../src/platform/jobs/run-jobs.ts'
import { httpServer } from '../../src/surfaces/http/server.ts'
import { sampleNow } from '../cast/sample-house.ts'
import type { TestHouse } from '../house.ts'
import { type Noticed, notice } from './notice.ts'

/** How long a page may take to show something, in milliseconds: a machine that is busy with other tests is slow. */
export const PATIENCE = 45_000

/** Somebody at a browser of their own. */
export interface Visitor {
  page: Page
  /** What went on beside what the page shows. */
  noticed: Noticed
}

export interface Rapport {
  the: TestHouse
  /** Where it is reached, without a slash at its end. */
  url: string
  browser: Browser
  /** Opens a browser window that shares nothing with the others, at the same moment as the house's own clock. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>
  /** The one-time link for the first owner. */
  ownerLink(): Promise<string>
  stop(): Promise<void>
}

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A house with its server and its jobs running, and a browser to go there with. The house's clock goes on from the
 * morning of the sample world, and the browsers' clocks with it.
 */
export async function openRapport(the: TestHouse): Promise<Rapport> {
  const ahead = sampleNow.getTime() - Date.now()
  the.clock.now = () => new Date(Date.now() + ahead)
  // As it stands now: it may be built anew while a journey is under way.
  const webFolder = mkdtempSync(join(tmpdir(), 'rapport-web-'))
  cpSync(join(import.meta.dirname, '../../web/dist'), webFolder, { recursive: true })
  const app = await httpServer(the.house, { secret: 'j'.repeat(40), webFolder })
  await app.listen({ port: 0, host: 'localhost' })
  const url = `http://localhost:${(app.server.address() as AddressInfo).port}`
  const [jobs, browser] = await Promise.all([
    runJobs(the.house),
    chromium.launch({ executablePath: '/usr/bin/chromium', args: switches }),
  ])
  return {
    the,
    url,
    browser,
    async visitor(options = {}) {
      const context = await browser.newContext({
        baseURL: url,
        locale: 'en-GB',
        timezoneId: 'Europe/Copenhagen',
        reducedMotion: 'reduce',
        viewport: { width: 1440, height: 900 },
        ...options,
      })
      context.setDefaultTimeout(PATIENCE)
      await context.addInitScript(shiftClock, ahead)
      const noticed = await notice(context, url)
      return { page: await context.newPage(), noticed }
    },
    async ownerLink() {
      const link = await makeOwnerLink(the.house, url)
      if (!link) throw new Error('There is an owner already.')
      return link
    },
    async stop() {
      await browser.close()
      await app.close()
      await jobs.stop()
      await the.stop()
      rmSync(webFolder, { recursive: true, force: true })
    },
  }
}

/** Runs in the page. Only the clock is moved: timers and frames go on as they are. */
function shiftClock(ahead: number) {
  const Real = Date
  class Shifted extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length > 0 ? given : [Real.now() + ahead]) as [number]))
    }
    static override now() {
      return Real.now() + ahead
    }
  }
  globalThis.Date = Shifted as DateConstructor
}
