import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { countAddresses } from '../count-addresses.ts'
import { askIn, uploadedFiles } from '../import/uploaded-files.ts'
import { ownerProposals } from '../owner-proposals.ts'
import { sourceFromFiles } from '../reading/open-source.ts'

export const proposeOwner = conversations.action('proposeOwner', {
  about: 'Propose from uploaded mail whose mailbox it is; nothing is kept',
  route: 'POST /imports/propose',
  may: sells,
  quiet: true,
  input: z.object({ uploads: z.array(id).min(1).max(20_000) }),
  output: z.object({
    addresses: z.array(
      z.object({ address: z.string(), name: z.string(), mails: z.number(), because: z.string() }),
    ),
    /** Mails that were looked at. */
    looked: z.number(),
  }),
  async run(ctx, { uploads }) {
    const files = await uploadedFiles(askIn(ctx), ctx.actor, uploads)
    if (files.length !== new Set(uploads).size) throw notFound('upload')
    const source = await sourceFromFiles(files)
    const { counts, looked } = await countAddresses(source)
    return { addresses: ownerProposals(counts), looked }
  },
})
