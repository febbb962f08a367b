import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { relationships } from '../area.ts'
import { replyScore, type Share } from '../reply-score.ts'
import { scoreSentence } from '../score-sentence.ts'
import { scoredMails } from '../scored-mails.ts'

const share = z.object({
  n: z.number(),
  answered: z.number(),
  open: z.number(),
  share: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  medianHours: z.number().nullable(),
  notEnough: z.string().nullable(),
})
const split = z.object({ all: share, known: share, fresh: share })

export const score = relationships.question('score', {
  about:
    'Replies are the score: of my asks and first mails, how many a person answered; of theirs, how many I did',
  route: 'GET /score',
  may: sells,
  input: z.object({ days: z.coerce.number().int().min(7).max(1100).default(90) }),
  output: z.object({
    days: z.number(),
    sentence: z.string(),
    theyAnswered: split,
    youAnswered: split,
    answeredUnasked: share,
  }),
  async run(ctx, { days }) {
    const since = new Date(ctx.now.getTime() - days * 86_400_000)
    const said = replyScore(await scoredMails(ctx, since), ctx.now, { since, zone: ctx.actor.timeZone })
    return {
      days,
      sentence: scoreSentence(said),
      theyAnswered: said.theyAnswered,
      youAnswered: said.iAnswered,
      answeredUnasked: said.answeredUnasked satisfies Share,
    }
  },
})
