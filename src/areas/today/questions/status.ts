import { z } from 'zod'
import type { Ctx } from '../../../platform/context.ts'
import { sells } from '../../../platform/may.ts'
import { id, time } from '../../../platform/shapes.ts'
import { openThreads, threadsWith } from '../../conversations/door.ts'
import { type PersonHead, personsOfAddresses, whoIsMeant } from '../../people/door.ts'
import { counts, driftOf, standingThenOf } from '../../relationships/door.ts'
import { today } from '../area.ts'
import { type OpenThread, statusLine } from '../status-line.ts'

export const status = today.question('status', {
  about: 'The status of a person or a company in one line: what the boss asks',
  route: 'GET /status',
  may: sells,
  input: z.object({
    q: z.string().trim().min(1, 'say a name, a domain or an address').max(320),
    at: time.optional(),
  }),
  output: z.object({
    line: z.string(),
    because: z.array(z.object({ about: z.string(), text: z.string(), threadIds: z.array(id) })),
    subject: z.object({ type: z.enum(['person', 'company']), id, name: z.string() }),
    /** Others whom the words could mean. */
    others: z.array(z.object({ type: z.enum(['person', 'company']), id, name: z.string() })),
  }),
  async run(ctx, { q, at: asked }) {
    const { memberId, timeZone: zone } = ctx.actor
    const at = asked ? new Date(asked) : ctx.now
    const { subject, people, others } = await whoIsMeant(ctx, q)
    const ids = people.map((each) => each.id)
    const counted = await standingThenOf(ctx, memberId, ids, at, zone)
    const { owed, waiting } = await openWith(
      ctx,
      people.filter((each) => counts(counted.get(each.id)?.relation ?? 'unsorted')),
      at,
    )
    const all = [...counted.values()].map((each) => each.standing)
    const only = subject.type === 'person' ? people[0] : undefined
    const one = only && counted.get(only.id)
    const lastMail = all.reduce<Date | null>(
      (last, each) => (each.lastTouch && (!last || each.lastTouch > last) ? each.lastTouch : last),
      null,
    )
    const said = statusLine({
      name: only ? only.given || only.name : subject.name,
      type: subject.type,
      people: all.filter((each) => each.lastTouch).length,
      sent: all.reduce((sum, each) => sum + each.sent, 0),
      received: all.reduce((sum, each) => sum + each.received, 0),
      lastMail,
      owed,
      waiting,
      drift: one ? driftOf(one.standing, at, zone, one.lastSpoken) : null,
      at,
      zone,
    })
    return { ...said, subject, others }
  },
})

/** The open threads with people whose mail counts: what is owed or waited for is on Today too. */
async function openWith(
  ctx: Ctx,
  people: readonly PersonHead[],
  at: Date,
): Promise<{ owed: OpenThread[]; waiting: OpenThread[] }> {
  const ids = people.map((each) => each.id)
  const threads = await openThreads(ctx, ctx.actor.memberId, at, await threadsWith(ctx, ids, at))
  const states = [...threads.values()]
  const personOf = await personsOfAddresses(
    ctx,
    states.flatMap(({ state }) => state.personAddress ?? []),
  )
  const heads = new Map(people.map((each) => [each.id, each]))
  const of = (name: string) =>
    states.flatMap(({ threadId, state }): OpenThread[] => {
      const head = heads.get(personOf.get(state.personAddress ?? '') ?? '')
      if (state.state !== name || !state.since || !head) return []
      return [{ threadId, personId: head.id, name: head.given || head.name, since: state.since }]
    })
  return { owed: of('owed-by-me'), waiting: of('waiting-for-them') }
}
