import { notAllowed } from '../../../platform/refusal.ts'
import { columns } from '../columns.ts'
import { type Call, type Command, WrongWords } from '../command.ts'
import type { OpenHouse } from '../open-house.ts'
import { performByName } from '../perform-by-name.ts'
import { readTime } from '../read-time.ts'

interface Item {
  rank: number
  kind: string
  because: string
  subject: { type: string; id: string; name: string }
  person: { id: string; name: string; address: string } | null
  company?: { id: string; name: string } | null
}
interface Today {
  at: string
  title: string
  because: string | null
  end: string
  items: Item[]
  folded: { sentence: string } | null
  reading: { sentence: string } | null
}

/** The morning's list: each line with its because. */
export const today: Command = {
  options: { at: true, limit: true, member: true },
  async run({ flags, open, out }) {
    const limit = flags.limit === undefined ? undefined : readLimit(flags.limit)
    const opened = await open()
    const at = typeof flags.at === 'string' ? readTime(flags.at, opened.actor.timeZone) : undefined
    if (typeof flags.member === 'string') await mustBeMe(opened, flags.member)
    const answer = await performByName<Today>(opened, 'today.list', { at, limit })
    out.answer(answer, () => inWords(answer, out.width))
    return 0
  },
}

function readLimit(said: Call['flags'][string]): number {
  const limit = Number(said)
  if (!Number.isInteger(limit) || limit < 1)
    throw new WrongWords(`--limit wants a number from 1 on, not ${said}.`)
  return limit
}

/** The machine's user acts as the owner; what is only another member's stays theirs. */
async function mustBeMe(opened: OpenHouse, address: string): Promise<void> {
  const { items } = await performByName<{ items: { id: string; email: string | null }[] }>(
    opened,
    'workspace.members',
    {},
  )
  const member = items.find(({ email }) => email?.toLowerCase() === address.toLowerCase())
  if (!member) throw new WrongWords(`There is no member ${address}.`)
  if (member.id !== opened.actor.memberId)
    throw notAllowed(
      `The Today of ${address} is made from mail that only they may read. They find it under their own sign-in or key.`,
    )
}

/** What each kind asks for, in a word or two; a kind that is not here stands under its own name. */
const verbs: Readonly<Record<string, string>> = {
  'reply-owed': 'Reply',
  'follow-up-due': 'Follow up',
  drifting: 'Write',
  'warm-contact': 'Say hello',
  kit: 'Set up',
}

function inWords({ title, because, items, folded, reading, end }: Today, width: number): string[] {
  const rows = items.map((item) => [
    String(item.rank),
    verbs[item.kind] ?? item.kind,
    item.person?.name ?? item.subject.name,
    item.company?.name ?? '',
    item.because,
  ])
  const after = [folded?.sentence, reading?.sentence, end].filter((line) => line !== undefined)
  return [
    [title, because].filter(Boolean).join(' '),
    '',
    ...columns(rows, width, [0]),
    ...(rows.length > 0 ? [''] : []),
    ...after,
  ]
}
