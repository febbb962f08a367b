import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { id, time } from '../../../platform/shapes.ts'
import { mailboxState } from '../../conversations/door.ts'
import { today } from '../area.ts'
import { foldedSentence } from '../folded-sentence.ts'
import { loadMorning } from '../load-morning.ts'
import { morning } from '../morning.ts'
import { morningSentence } from '../morning-sentence.ts'
import { readingSentence } from '../reading-sentence.ts'

const item = z.object({
  rank: z.number(),
  kind: z.string(),
  because: z.string(),
  score: z.number(),
  scoreParts: z.array(z.object({ label: z.string(), points: z.number() })),
  subject: z.object({ type: z.string(), id: z.string(), name: z.string() }),
  person: z.object({ id, name: z.string(), given: z.string(), address: z.string() }).nullable(),
  company: z.object({ id, name: z.string() }).nullable(),
  thread: z.object({ id, subject: z.string(), messageId: z.string() }).nullable(),
  since: time,
  quote: z.object({ text: z.string(), said: z.object({ start: z.number(), end: z.number() }) }).nullable(),
  key: z.string(),
})

export const list = today.question('list', {
  about:
    'This morning: whom to answer, whom to follow up, who is drifting away; ranked, finite, each with its because',
  route: 'GET /today',
  may: sells,
  input: z.object({ at: time.optional(), limit: z.coerce.number().int().min(1).max(500).optional() }),
  output: z.object({
    at: time,
    title: z.string(),
    because: z.string().nullable(),
    end: z.string(),
    items: z.array(item),
    more: z.array(z.object({ kind: z.string(), n: z.number(), because: z.string() })),
    folded: z.object({ people: z.number(), sentence: z.string() }).nullable(),
    hidden: z.object({ done: z.number(), snoozed: z.number(), dismissed: z.number() }),
    reading: z.object({ importId: id, found: z.number(), sentence: z.string() }).nullable(),
    hasMail: z.boolean(),
    hasSample: z.boolean(),
  }),
  async run(ctx, { at: asked, limit }) {
    const { memberId, timeZone } = ctx.actor
    const at = asked ? new Date(asked) : ctx.now
    const found = morning(await loadMorning(ctx, memberId, at, timeZone, at < ctx.now ? 'counted' : 'kept'))
    const { title, because, end } = morningSentence(found)
    const mailbox = await mailboxState(ctx, memberId)
    return {
      at,
      title,
      because,
      end,
      items: limit ? found.items.slice(0, limit) : found.items,
      more: found.more,
      folded: foldedSentence(found.folded),
      hidden: found.hidden,
      reading: readingSentence(mailbox.reading),
      hasMail: mailbox.messages > 0,
      hasSample: mailbox.hasSample,
    }
  },
})
