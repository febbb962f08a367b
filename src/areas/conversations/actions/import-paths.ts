import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { invalid, notAllowed } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { beginImport } from '../import/begin-import.ts'
import { openMailSource } from '../reading/open-source.ts'

export const importPaths = conversations.action('importPaths', {
  about: 'Begin reading mail files that lie on this machine (command line only)',
  route: 'POST /imports/paths',
  may: sells,
  input: z.object({
    paths: z.array(z.string().min(1).max(4096)).min(1).max(1000),
    me: z.array(z.string().max(254)).max(50),
    mailboxName: z.string().trim().min(1).max(120).optional(),
  }),
  output: z.object({ importId: id, mailboxId: id, resumed: z.boolean() }),
  async run(ctx, { paths, me, mailboxName }) {
    // a path names any file that this program can read: only who sits at the machine may say one
    if (ctx.actor.via !== 'cli')
      throw notAllowed('Files on the server can be read from its command line only.')
    const source = await openMailSource(paths).catch((error: unknown) => {
      throw plainly(error)
    })
    const fingerprint = await source.fingerprint()
    return beginImport(ctx, {
      source: { paths },
      fingerprint,
      bytesTotal: await source.totalBytes(),
      me,
      mailboxName,
      kind: 'file',
    })
  },
})

/** What the system says of a path that cannot be opened, in plain words. */
function plainly(error: unknown): unknown {
  const { code, path } = error as { code?: string; path?: string }
  if (code === 'ENOENT') return invalid(`There is nothing at ${path}.`, 'paths')
  if (code === 'EACCES' || code === 'EPERM')
    return invalid(`${path} may not be read by this program.`, 'paths')
  return error
}
