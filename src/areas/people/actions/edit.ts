import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { invalid } from '../../../platform/refusal.ts'
import { done, id } from '../../../platform/shapes.ts'
import { timeZone as knownZone } from '../../../platform/time-zone.ts'
import { people } from '../area.ts'
import { assertPerson } from '../assert-person.ts'
import { peopleChanged } from '../facts.ts'
import { readName } from '../person-name.ts'

export const edit = people.action('edit', {
  about: 'Change what is written of a person: name, title, time zone, tags',
  route: 'POST /people/:personId',
  may: sells,
  input: z.object({
    personId: id,
    name: z.string().trim().min(1, 'a person needs a name').max(200).optional(),
    title: z.string().trim().max(200).nullable().optional(),
    timeZone: knownZone.nullable().optional(),
    tags: z.array(z.string().trim().min(1).max(40)).max(50).optional(),
  }),
  output: done,
  async run(ctx, { personId, name, title, timeZone, tags }) {
    await assertPerson(ctx, personId)
    const read = name === undefined ? null : readName(name)
    const sets = [
      ...(name === undefined
        ? []
        : [
            sql`name = ${name}, given = ${read?.given || null}, family = ${read?.family || null}, name_source = 'typed'`,
          ]),
      ...(title === undefined ? [] : [sql`title = ${title}`]),
      ...(timeZone === undefined ? [] : [sql`time_zone = ${timeZone}`]),
      ...(tags === undefined ? [] : [sql`tags = ${[...new Set(tags)]}::text[]`]),
    ]
    if (sets.length === 0) throw invalid('Say what to change.')
    await sql`update people.person set ${sql.join(sets)} where workspace_id = ${ctx.actor.workspaceId} and id = ${personId}`.execute(
      ctx.tx,
    )
    ctx.tell(peopleChanged, { personIds: [personId] })
    return { actionId: ctx.actionId }
  },
})
