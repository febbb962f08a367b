import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { conflict, notFound } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { beginImport } from '../import/begin-import.ts'
import { askIn, partBytes, uploadedFiles } from '../import/uploaded-files.ts'
import { sourceFromFiles } from '../reading/open-source.ts'

export const importMail = conversations.action('importMail', {
  about: 'Begin reading mail files that were uploaded',
  route: 'POST /imports',
  may: sells,
  input: z.object({
    uploads: z.array(id).min(1).max(20_000),
    me: z.array(z.string().max(254)).max(50),
    mailboxName: z.string().trim().min(1).max(120).optional(),
  }),
  output: z.object({ importId: id, mailboxId: id, resumed: z.boolean() }),
  async run(ctx, { uploads, me, mailboxName }) {
    const { rows } = await sql<{ id: string; path: string; size: string; parts: number; bytes: string }>`
      select u.id, u.path, u.size, count(p.n)::int as parts, coalesce(sum(length(p.bytes)), 0) as bytes
      from conversations.upload u left join conversations.upload_part p on p.workspace_id = u.workspace_id and p.upload_id = u.id
      where u.workspace_id = ${ctx.actor.workspaceId} and u.member_id = ${ctx.actor.memberId} and u.id = any(${uploads}::uuid[])
      group by u.workspace_id, u.id order by u.path, u.id`.execute(ctx.tx)
    if (rows.length !== new Set(uploads).size) throw notFound('upload')
    const short = rows.find(
      (row) => row.bytes !== row.size || row.parts !== Math.ceil(Number(row.size) / partBytes),
    )
    if (short)
      throw conflict(
        `${short.path} has not arrived whole: ${short.bytes} of ${short.size} bytes.`,
        'Send its missing parts.',
      )
    const files = await sourceFromFiles(await uploadedFiles(askIn(ctx), ctx.actor, uploads))
    const begun = await beginImport(ctx, {
      source: { uploads: rows.map((row) => row.id) },
      fingerprint: await files.fingerprint(),
      bytesTotal: await files.totalBytes(),
      me,
      mailboxName,
      kind: 'file',
    })
    await ctx.later(
      'conversations.readImport',
      { importId: begun.importId },
      { key: `import ${begun.importId}` },
    )
    return begun
  },
})
