import { notAllowed } from '../../../platform/refusal.ts'
import { columns } from '../columns.ts'
import { type Call, type Command, WrongWords } from '../command.ts'
import type { OpenHouse } from '../open-house.ts'
import { performByName } from '../perform-by-name.ts'
import { readTime } from '../read-time.ts'

interface Item {
  rank: number
  kind: string
  verb?: string
  because: string
  subject: { type: string; id: string; name: string }
  person: { id: string; name: string; address: string } | null
  company?: { id: string; name: string } | null
}
interface Today {
  at: string
  sentence?: string
  end?: string
  items: Item[]
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

function inWords({ sentence, items, end }: Today, width: number): string[] {
  const rows = items.map((item) => [
    String(item.rank),
    item.verb ?? item.kind,
    item.person?.name ?? item.subject.name,
    item.company?.name ?? '',
    item.because,
  ])
  return [
    ...(sentence ? [sentence, ''] : []),
    ...columns(rows, width, [0]),
    ...(end ? [...(rows.length > 0 ? [''] : []), end] : []),
  ]
}
