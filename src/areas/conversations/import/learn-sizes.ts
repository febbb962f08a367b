import type { House } from '../../../platform/house.ts'

/** What an import fills, as far as the order of joins hangs on its size. */
const tables = [
  'conversations.message',
  'conversations.message_party',
  'conversations.message_copy',
  'conversations.thread',
  'conversations.thread_anchor',
  'conversations.thread_clue',
  'conversations.thread_state',
  'people.person',
  'people.address',
]

/**
 * Tells the planner how much there is by now. PostgreSQL does so by itself within minutes; until then it takes a new
 * workspace for empty, and goes through all of its mails for each of them (measured: minutes for the second thousand).
 */
export async function learnSizes(house: House): Promise<void> {
  await house.database.ownerPool.query(`analyze ${tables.join(', ')}`)
}
