import type { TodayItem } from '../../catalogue.ts'

type Place =
  | { to: '/threads/$threadId'; params: { threadId: string } }
  | { to: '/people/$personId'; params: { personId: string } }
  | { to: '/companies/$companyId'; params: { companyId: string } }
  | { to: '/begin' }
  | { to: '/relations' }
  | { to: '/mailboxes' }

/** Where each missing piece is given. */
const KIT: Record<string, Place> = {
  mailbox: { to: '/begin' },
  people: { to: '/begin' },
  'own-addresses': { to: '/mailboxes' },
  relations: { to: '/relations' },
}

/** Where the line's first key leads: its thread, else its person, its company, or the mail that is still to be read. */
export function whereItOpens(item: TodayItem): Place | null {
  if (item.thread) return { to: '/threads/$threadId', params: { threadId: item.thread.id } }
  const personId = item.person?.id ?? (item.subject.type === 'person' ? item.subject.id : null)
  if (personId) return { to: '/people/$personId', params: { personId } }
  const companyId = item.company?.id ?? (item.subject.type === 'company' ? item.subject.id : null)
  if (companyId) return { to: '/companies/$companyId', params: { companyId } }
  if (item.kind !== 'kit') return null
  return KIT[item.subject.id] ?? { to: '/begin' }
}

/** Whether the line stands because of something that a person outside did. */
export function isTheirs(item: TodayItem): boolean {
  return item.kind === 'reply-owed' || item.kind === 'signal'
}
