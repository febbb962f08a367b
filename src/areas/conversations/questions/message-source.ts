import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { messageRaw } from '../message-raw.ts'

export const messageSource = conversations.file('messageSource', {
  about: 'A mail as it came, byte for byte',
  route: 'GET /messages/:messageId/source',
  may: sells,
  input: z.object({ messageId: id }),
  run: async (ctx, { messageId }) => ({
    fileName: `mail-${messageId}.eml`,
    type: 'message/rfc822',
    body: await messageRaw(ctx, messageId),
  }),
})
