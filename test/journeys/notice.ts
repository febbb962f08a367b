import type { BrowserContext, Page } from 'playwright-core'

/** What went on beside what the page shows: none of it may happen unasked. */
export interface Noticed {
  /** Requests to any other host than the server's own, as "type address". They get no answer. */
  strays: string[]
  dialogs: string[]
  /** Errors on the console, and those that nobody caught. */
  errors: string[]
  /** Everything that was written on the console. */
  said: string[]
}

/** Watches all pages of a browser window, from before the first is opened. */
export async function notice(context: BrowserContext, url: string): Promise<Noticed> {
  const noticed: Noticed = { strays: [], dialogs: [], errors: [], said: [] }
  await context.route(
    (address) => address.origin !== url && /^https?:$/.test(address.protocol),
    async (route) => {
      noticed.strays.push(`${route.request().resourceType()} ${route.request().url()}`)
      await route.abort()
    },
  )
  const watch = (page: Page) => {
    page.on('dialog', async (dialog) => {
      noticed.dialogs.push(dialog.message())
      await dialog.dismiss()
    })
    page.on('pageerror', (error) => noticed.errors.push(String(error)))
    page.on('console', (line) => {
      const text = `${line.text()} (${line.location().url})`
      noticed.said.push(text)
      if (line.type() === 'error') noticed.errors.push(text)
    })
  }
  context.on('page', watch)
  return noticed
}
