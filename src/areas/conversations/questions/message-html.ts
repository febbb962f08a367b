import { z } from 'zod'
import { sells } from '../../../platform/may.ts'
import { notFound } from '../../../platform/refusal.ts'
import { id } from '../../../platform/shapes.ts'
import { conversations } from '../area.ts'
import { messageRaw } from '../message-raw.ts'
import { readMail } from '../reading/read-mail.ts'
import { safeHtml } from '../reading/safe-html.ts'

/** Inline pictures larger than this stay attachments: the frame carries them in its text. */
const largestInlinePicture = 4 * 1024 * 1024
const pictureTypes = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])

export const messageHtml = conversations.file('messageHtml', {
  about: 'A mail’s HTML, made harmless, for a sandboxed frame; remote pictures only when asked for',
  route: 'GET /messages/:messageId/html',
  may: sells,
  input: z.object({ messageId: id, images: z.enum(['0', '1']).default('0') }),
  async run(ctx, { messageId, images }) {
    const mail = await readMail(await messageRaw(ctx, messageId))
    if (mail.html === null) throw notFound('HTML in this mail')
    const shown = images === '1'
    const cid = (contentId: string) => {
      const file = mail.attachments.find((each) => each.contentId === contentId)
      return file && pictureTypes.has(file.type) && file.content.length <= largestInlinePicture
        ? `data:${file.type};base64,${file.content.toString('base64')}`
        : null
    }
    const body = safeHtml(mail.html, { cid, images: shown ? 'shown' : 'blocked' })
    return {
      fileName: `mail-${messageId}.html`,
      type: 'text/html; charset=utf-8',
      body: Buffer.from(
        `<!doctype html><html><head><meta charset="utf-8"><base target="_blank"></head><body>${body}</body></html>`,
      ),
      sandboxed: { remoteImages: shown },
    }
  },
})
