import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { messageRaw } from '../message-raw.ts'
import { readMail } from '../reading/read-mail.ts'

export const messageAttachment = conversations.file('messageAttachment', {
  about: 'A file that came with a mail',
  route: 'GET /messages/:messageId/attachments/:index',
  may: sells,
  input: z.object({ messageId: id, index: z.coerce.number().int().min(0).max(10_000) }),
  async run(ctx, { messageId, index }) {
    const mail = await readMail(await messageRaw(ctx, messageId))
    const file = mail.attachments[index]
    if (!file) throw notFound('attachment')
    return { fileName: file.name, type: file.type, body: file.content }
  },
})
