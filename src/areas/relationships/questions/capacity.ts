import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { id } from '../../../platform/shapes.ts'
import { relationships } from '../area.ts'
import { capacitySentence, myLayers } from '../my-layers.ts'

export const capacity = relationships.question('capacity', {
  about: 'The 150 places: who takes them, layer by layer, and who is drifting',
  route: 'GET /capacity',
  may: sells,
  input: z.object({}),
  output: z.object({
    sentence: z.string(),
    layers: z.array(z.object({ places: z.number(), taken: z.number(), free: z.number() })),
    places: z.number(),
    taken: z.number(),
    beyond: z.number(),
    drifting: z.number(),
    people: z.array(
      z.object({
        id,
        name: z.string(),
        depth: z.number(),
        layer: z.number().nullable(),
        drifting: z.boolean(),
      }),
    ),
  }),
  async run(ctx) {
    const mine = await myLayers(ctx, ctx.now)
    return { ...mine, sentence: capacitySentence(mine) }
  },
})
