import { sql } from 'kysely'
import type { Ctx } from '../../../platform/context.ts'
import type { OpenThread } from './open-threads.ts'
import type { ThreadMail } from './thread-state.ts'

/**
 * A state's because begins with the address of whomever it is about (thread-state.ts knows no names). Where that is a
 * person's, their name as it is now stands there instead.
 */
export async function withNames(
  ctx: Ctx,
  open: ReadonlyMap<string, OpenThread>,
  mails: ReadonlyMap<string, readonly ThreadMail[]>,
): Promise<Map<string, OpenThread>> {
  const about = new Map([...open.values()].map((each) => [each.threadId, addressIn(each, mails)]))
  const addresses = [...about.values()].filter((address) => address !== null)
  const { rows } = await sql<{ address: string; name: string }>`
    select a.address, p.name from people.address a join people.person p on p.workspace_id = a.workspace_id and p.id = a.person_id
    where a.workspace_id = ${ctx.actor.workspaceId} and a.address = any(${addresses}::text[])`.execute(ctx.tx)
  const names = new Map(rows.map((row) => [row.address, row.name]))
  return new Map(
    [...open].map(([threadId, each]) => {
      const name = names.get(about.get(threadId) ?? '')
      if (!name) return [threadId, each]
      const { because } = each.state
      return [
        threadId,
        { ...each, state: { ...each.state, because: name + because.slice(first(because).length) } },
      ]
    }),
  )
}

const first = (line: string): string => line.slice(0, `${line} `.indexOf(' '))

/** The address that a because begins with, whole: in the line a long one may be cut. */
function addressIn(
  { threadId, state }: OpenThread,
  mails: ReadonlyMap<string, readonly ThreadMail[]>,
): string | null {
  const word = first(state.because)
  if (!word.includes('@')) return null
  const known = (mails.get(threadId) ?? []).flatMap((mail) => [mail.from.address, ...mail.to, ...mail.cc])
  const begins = word.endsWith('…') ? word.slice(0, -1) : null
  return known.find((each) => each === word || (begins !== null && each.startsWith(begins))) ?? null
}
