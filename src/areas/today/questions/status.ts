import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { id, time } from '../../../platform/shapes.ts'
import { openThreads, threadsWith } from '../../conversations/door.ts'
import { addressesOf, whoIsMeant } from '../../people/door.ts'
import { driftOf, standingThenOf } from '../../relationships/door.ts'
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
    const standings = await standingThenOf(
      ctx,
      memberId,
      people.map((each) => each.id),
      at,
      zone,
    )
    const owed: OpenThread[] = []
    const waiting: OpenThread[] = []
    for (const each of people.slice(0, 200)) {
      const addresses = await addressesOf(ctx, each.id)
      for (const { threadId, state } of (
        await openThreads(ctx, memberId, at, await threadsWith(ctx, each.id, at))
      ).values()) {
        if (!state.since || !addresses.has(state.personAddress ?? '')) continue
        const into = state.state === 'owed-by-me' ? owed : state.state === 'waiting-for-them' ? waiting : null
        into?.push({ threadId, name: each.given || each.name, since: state.since })
      }
    }
    const all = [...standings.values()]
    const only = subject.type === 'person' ? people[0] : undefined
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
      drift: only && all[0] ? driftOf(all[0], at, zone) : null,
      at,
      zone,
    })
    return { ...said, subject, others }
  },
})
