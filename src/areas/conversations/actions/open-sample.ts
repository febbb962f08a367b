import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { id } from '../../../platform/shapes.ts'
import { sampleOwner } from '../../../sample/sample-mails.ts'
import { conversations } from '../area.ts'
import { beginImport } from '../import/begin-import.ts'

export const openSample = conversations.action('openSample', {
  about: 'Fill the workspace with the sample world, as a mailbox of its own; one step takes it out again',
  route: 'POST /sample',
  may: sells,
  input: z.object({}),
  output: z.object({ importId: id, mailboxId: id, resumed: z.boolean() }),
  async run(ctx) {
    const at = ctx.now.toISOString()
    const begun = await beginImport(ctx, {
      source: { sample: true, at },
      fingerprint: `sample ${at}`,
      bytesTotal: 0,
      me: sampleOwner.addresses,
      mailboxName: 'Sample world',
      kind: 'sample',
    })
    if (ctx.actor.via !== 'cli')
      await ctx.later(
        'conversations.readImport',
        { importId: begun.importId },
        { key: `import ${begun.importId}` },
      )
    return begun
  },
})
