import { parentPort } from 'node:worker_threads'
import { judge } from '../judging/judge.ts'
import { contentKey, idKey } from './content-key.ts'
import type { PoolAnswer, PooledMail, PoolTask } from './mail-pool.ts'
import { readMailNow } from './read-mail.ts'
import type { ReadMail } from './read-mail-shape.ts'

// The program of one thread of the mail pool: raw mails in, read and judged mails out.
parentPort?.on('message', ({ id, raw, envelopeDate }: PoolTask) => {
  parentPort?.postMessage(answer(id, raw, envelopeDate))
})

function answer(id: number, raw: Uint8Array, envelopeDate: Date | null): PoolAnswer {
  try {
    const mail = readMailNow(raw, { envelopeDate })
    const key = mail.messageId === null ? null : idKey(mail.messageId)
    return {
      id,
      read: { mail: withoutContents(mail), judgement: judge(mail), contentKey: contentKey(mail), idKey: key },
    }
  } catch (error) {
    return { id, reason: `it could not be read: ${error instanceof Error ? error.message : String(error)}` }
  }
}

function withoutContents({ attachments, html, ...rest }: ReadMail): PooledMail['mail'] {
  return {
    ...rest,
    attachments: attachments.map(({ content, ...each }) => ({ ...each, size: content.length })),
    hasHtml: html !== null,
  }
}
