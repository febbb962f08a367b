import { afterEach } from 'vitest'
import type { Visitor } from './open-rapport.ts'

/** After a test that failed, says what the pages showed: a wait that ended in vain says only what it waited for. */
export function tellWhatWasShown(visitors: () => (Visitor | undefined)[]): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    for (const visitor of visitors()) {
      if (!visitor) continue
      const { page, noticed } = visitor
      const text = await page
        .locator('body')
        .innerText()
        .catch((error) => String(error))
      console.log(`${task.name}\n${page.url()} showed:\n${text}\n`, noticed.errors)
    }
  })
}
