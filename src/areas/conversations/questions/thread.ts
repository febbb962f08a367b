import { zstdDecompressSync } from 'node:zlib'
import { sql } from 'kysely'
import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { id, time } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { judge } from '../judging/judge.ts'
import type { Ask } from '../judging/judgement-shape.ts'
import { readable } from '../readable.ts'
import { readMail } from '../reading/read-mail.ts'

/** Mails shown of one thread, the newest; a list's longest threads have hundreds. */
const mostShown = 200

const party = z.object({ name: z.string(), address: z.string(), personId: id.nullable() })
const message = z.object({
  id,
  at: time,
  zoneMinutes: z.number().nullable(),
  dateUncertain: z.boolean(),
  subject: z.string(),
  from: party.extend({ mine: z.boolean() }),
  to: z.array(party),
  cc: z.array(party),
  kind: z.enum(['human', 'bounce', 'auto-reply', 'bulk']),
  kindBecause: z.string(),
  newText: z.string(),
  asks: z.array(z.object({ text: z.string(), start: z.number(), end: z.number() })),
  foldedQuote: z.object({ lines: z.number(), text: z.string() }).nullable(),
  foldedSignature: z.object({ text: z.string() }).nullable(),
  hasHtml: z.boolean(),
  attachments: z.array(z.object({ index: z.number(), name: z.string(), type: z.string(), size: z.number() })),
  folders: z.array(z.string()),
})

interface Row {
  id: string
  at: Date
  zoneMinutes: number | null
  dated: boolean
  subject: string
  fromName: string
  fromAddress: string | null
  fromPersonId: string | null
  mine: boolean
  kind: z.infer<typeof message>['kind']
  kindBecause: string
  newText: string
  asks: Ask[]
  hasHtml: boolean
  source: Buffer
  parties: { role: string; name: string; address: string; personId: string | null }[] | null
  folders: string[] | null
}

export const thread = conversations.question('thread', {
  about: 'A conversation: its mails, what is quoted and signed folded away',
  route: 'GET /threads/:threadId',
  may: sells,
  input: z.object({ threadId: id }),
  output: z.object({
    id,
    subject: z.string(),
    total: z.number(),
    messages: z.array(message),
  }),
  async run(ctx, { threadId }) {
    const { workspaceId, memberId } = ctx.actor
    const { rows } = await sql<Row>`
      select m.id, m.sent_at as at, m.zone_minutes, m.dated, m.subject, m.from_name, a.address as from_address, a.person_id as from_person_id,
        exists (select from conversations.own o where o.workspace_id = m.workspace_id and o.member_id = ${memberId} and o.address_id = m.from_address_id) as mine,
        m.kind, m.kind_because, m.new_text, m.asks, m.has_html, s.source,
        (select jsonb_agg(jsonb_build_object('role', p.role, 'name', coalesce(nullif(p.name, ''), pe.name, pa.name, ''), 'address', pa.address, 'personId', pa.person_id) order by p.role desc, p.position)
          from conversations.message_party p join people.address pa on pa.workspace_id = p.workspace_id and pa.id = p.address_id
          left join people.person pe on pe.workspace_id = pa.workspace_id and pe.id = pa.person_id
          where p.workspace_id = m.workspace_id and p.message_id = m.id and p.role <> 'reply-to') as parties,
        (select array_agg(distinct f.name) from conversations.message_copy c join conversations.folder f on f.workspace_id = c.workspace_id and f.id = c.folder_id
          where c.workspace_id = m.workspace_id and c.message_id = m.id and c.member_id = ${memberId}) as folders
      from conversations.message m
      join conversations.message_source s on s.workspace_id = m.workspace_id and s.message_id = m.id
      left join people.address a on a.workspace_id = m.workspace_id and a.id = m.from_address_id
      where m.workspace_id = ${workspaceId} and m.thread_id = ${threadId} and ${readable(ctx)}
      order by m.sent_at desc, m.id desc limit ${mostShown}`.execute(ctx.tx)
    if (rows.length === 0) throw notFound('thread')
    const { rows: heads } = await sql<{
      subject: string
      messages: number
    }>`select subject, messages from conversations.thread
      where workspace_id = ${workspaceId} and id = ${threadId}`.execute(ctx.tx)
    return {
      id: threadId,
      subject: heads[0]?.subject ?? '',
      total: heads[0]?.messages ?? rows.length,
      messages: await Promise.all(rows.reverse().map(shown)),
    }
  },
})

/** Reads the mail once more from its source, so that folding follows today's rules and attachments need no table. */
async function shown(row: Row): Promise<z.input<typeof message>> {
  const mail = await readMail(zstdDecompressSync(row.source))
  const judged = judge(mail)
  const end = mail.text.length
  const quoteStart = judged.quoteStart ?? end
  const signature =
    judged.signatureStart === null
      ? ''
      : mail.text.slice(judged.signatureStart, quoteStart > judged.signatureStart ? quoteStart : end).trim()
  const quote = judged.quoteStart === null ? '' : mail.text.slice(judged.quoteStart).trim()
  const parties = row.parties ?? []
  return {
    id: row.id,
    at: row.at.toISOString(),
    zoneMinutes: row.zoneMinutes,
    dateUncertain: !row.dated,
    subject: row.subject,
    from: { name: row.fromName, address: row.fromAddress ?? '', personId: row.fromPersonId, mine: row.mine },
    to: parties.filter((each) => each.role === 'to'),
    cc: parties.filter((each) => each.role !== 'to'),
    kind: row.kind,
    kindBecause: row.kindBecause,
    newText: row.newText,
    asks: row.asks,
    foldedQuote: quote ? { lines: quote.split('\n').length, text: quote } : null,
    foldedSignature: signature ? { text: signature } : null,
    hasHtml: row.hasHtml,
    attachments: mail.attachments.map((file, index) => ({
      index,
      name: file.name,
      type: file.type,
      size: file.content.length,
    })),
    folders: row.folders ?? [],
  }
}
