import type { OpenHouse } from '../open-house.ts'
import { performByName } from '../perform-by-name.ts'
import type { Finding } from './finding.ts'

interface Mailbox {
  name: string
  sum: { found: number; stored: number; duplicates: number; skipped: Record<string, number> }
}

/** Whether every mail that was found is accounted for: found = stored + duplicates + all left out, per mailbox. */
export async function checkMailboxes(opened: OpenHouse): Promise<Finding[]> {
  const { items } = await performByName<{ items: Mailbox[] }>(opened, 'conversations.mailboxes', {})
  if (items.length === 0) return [{ what: 'mailboxes', ok: true, says: 'none yet' }]
  return items.map(({ name, sum }) => {
    const skipped = Object.values(sum.skipped).reduce((all, count) => all + count, 0)
    const missing = sum.found - sum.stored - sum.duplicates - skipped
    return {
      what: `mailbox ${name}`,
      ok: missing === 0,
      says: `${sum.found} found = ${sum.stored} stored + ${sum.duplicates} duplicates + ${skipped} left out${missing === 0 ? '' : `, and ${missing} of which nothing is known`}`,
      mend: 'Read the same files again: what is here already is not stored twice.',
    }
  })
}
