import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { id, time } from '../../../platform/shapes.ts'
import { openThreads, spokenWith, threadsWith, touchesOf } from '../../conversations/door.ts'
import { addressesOf, assertPerson, personalFactsOf } from '../../people/door.ts'
import { relationships } from '../area.ts'
import { depthOf } from '../depth.ts'
import { driftOf } from '../drifting.ts'
import { ladderOf } from '../ladder.ts'
import { layersNow } from '../layers-now.ts'
import { personRelation } from '../person-relation.ts'
import { counts } from '../relation.ts'
import { standingOf } from '../standing.ts'

const owed = z.object({ text: z.string(), since: time, threadId: id })
const answers = z.object({
  asks: z.number(),
  answered: z.number(),
  open: z.number(),
  medianHours: z.number().nullable(),
})

export const person = relationships.question('person', {
  about: 'How one stands with a person: relation, depth with its arithmetic, exchange, who owes whom',
  route: 'GET /people/:personId/relationship',
  may: sells,
  input: z.object({ personId: id }),
  output: z.object({
    relation: z.enum(['buyer', 'customer', 'partner', 'colleague', 'pitch', 'private', 'unsorted']),
    relationBecause: z.string(),
    relationRule: z.string(),
    domain: z.string().nullable(),
    depth: z.number(),
    parts: z.array(z.object({ label: z.string(), points: z.number(), of: z.number() })),
    layer: z.number().nullable(),
    ladder: z.array(
      z.object({
        step: z.enum(['unknown', 'known', 'trusted', 'moving']),
        reached: z.boolean(),
        evidence: z.string(),
      }),
    ),
    drift: z.object({
      state: z.enum(['in touch', 'drifting', 'lost', 'no rhythm']),
      because: z.string(),
      quietDays: z.number(),
    }),
    standing: z.object({
      firstAt: time.nullable(),
      lastAt: time.nullable(),
      theirs: z.number(),
      mine: z.number(),
      theyBegan: z.number(),
      youBegan: z.number(),
      theyAnswer: answers,
      youAnswer: answers,
      reciprocity: z.object({
        value: z.number().nullable(),
        parts: z.array(z.object({ label: z.string(), value: z.number() })),
      }),
      trend: z.object({
        direction: z.enum(['more', 'less', 'steady', 'not enough yet']),
        recent: z.number(),
        before: z.number(),
      }),
      rhythmDays: z.number().nullable(),
      unansweredInARow: z.number(),
    }),
    knownBy: z.array(z.object({ member: z.object({ id, name: z.string() }), depth: z.number() })),
    exchange: z.array(
      z.object({
        messageId: id,
        threadId: id,
        at: time,
        direction: z.enum(['in', 'out']),
        words: z.number(),
      }),
    ),
    owed: z.object({ byYou: z.array(owed), byThem: z.array(owed) }),
  }),
  async run(ctx, { personId }) {
    const { memberId, timeZone } = ctx.actor
    await assertPerson(ctx, personId)
    const all = await touchesOf(ctx, { personIds: [personId] })
    const mine = all.filter((row) => row.memberId === memberId)
    const spoken = await spokenWith(ctx, [personId])
    const facts = (await personalFactsOf(ctx, [personId])).get(personId) ?? 0
    const standing = standingOf(mine, ctx.now, timeZone)
    const talk = spoken.find((row) => row.memberId === memberId)
    const beyond = { spoken: talk?.spoken ?? 0, lastSpoken: talk?.lastSpoken ?? null, personalFacts: facts }
    const depth = depthOf(standing, ctx.now, beyond)
    const relation = await personRelation(ctx, personId)
    const drift = driftOf(standing, ctx.now, timeZone, beyond.lastSpoken)
    const places = await layersNow(ctx, memberId, ctx.now)
    const open = [...(await openThreads(ctx, memberId, ctx.now, await threadsWith(ctx, [personId]))).values()]
    const addresses = await addressesOf(ctx, personId)
    // What does not count is owed on no screen: Today folds it into one line.
    const owes = (state: string) =>
      (counts(relation.relation) ? open : []).flatMap(({ threadId, subject, state: said }) =>
        said.state === state && said.since && addresses.has(said.personAddress ?? '')
          ? [{ text: said.quote ?? subject, since: said.since, threadId }]
          : [],
      )
    const colleagues = [...new Set([...all, ...spoken].map((row) => row.memberId))].filter(
      (each) => each !== memberId,
    )
    return {
      relation: relation.relation,
      relationBecause: relation.because,
      relationRule: relation.rule,
      domain: relation.domain,
      ...depth,
      layer: places.people.find((each) => each.id === personId)?.layer ?? null,
      ladder: ladderOf(standing, beyond, ctx.now, timeZone),
      drift: { state: drift.state, because: drift.because, quietDays: drift.quietDays },
      standing: {
        firstAt: standing.firstTouch,
        lastAt: later(standing.lastTouch, beyond.lastSpoken),
        theirs: standing.received,
        mine: standing.sent,
        theyBegan: standing.theyBegan,
        youBegan: standing.iBegan,
        theyAnswer: standing.theyAnswer,
        youAnswer: standing.iAnswer,
        reciprocity: standing.reciprocity,
        trend: {
          direction: standing.trend.direction,
          recent: standing.trend.recent.sent + standing.trend.recent.received,
          before: standing.trend.before.sent + standing.trend.before.received,
        },
        rhythmDays: standing.rhythm?.medianDays ?? null,
        unansweredInARow: standing.unansweredInARow,
      },
      knownBy: await knownBy(colleagues),
      exchange: mine
        .sort((a, b) => a.at.getTime() - b.at.getTime())
        .slice(-240)
        .map(({ messageId, threadId, at, direction, words }) => ({
          messageId,
          threadId,
          at,
          direction,
          words,
        })),
      owed: { byYou: owes('owed-by-me'), byThem: owes('waiting-for-them') },
    }

    /** A colleague's depth is the team's to know; what was written is not. */
    async function knownBy(memberIds: string[]) {
      const { rows } = await sql<{ id: string; name: string }>`select id, name from platform.member
        where workspace_id = ${ctx.actor.workspaceId} and id = any(${memberIds}::uuid[]) and ended_at is null`.execute(
        ctx.tx,
      )
      return rows.map((member) => {
        const theirs = standingOf(
          all.filter((row) => row.memberId === member.id),
          ctx.now,
          timeZone,
        )
        const said = spoken.find((row) => row.memberId === member.id)
        return {
          member,
          depth: depthOf(theirs, ctx.now, {
            spoken: said?.spoken ?? 0,
            lastSpoken: said?.lastSpoken ?? null,
            personalFacts: facts,
          }).depth,
        }
      })
    }
  },
})

const later = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b))
