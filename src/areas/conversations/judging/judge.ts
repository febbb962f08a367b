import type { ReadMail } from '../reading/read-mail-shape.ts'
import { findAsks } from './asks.ts'
import { returnDate } from './auto-reply-return.ts'
import type { Judgement } from './judgement-shape.ts'
import { kindOf } from './kind.ts'
import { splitText } from './new-text.ts'

/** What is made of a mail once read: its kind, its new text, what it asks. Pure, from the mail alone. */
export function judge(mail: ReadMail): Judgement {
  const sender = mail.from ? `${mail.from.name} <${mail.from.address}>` : ''
  const parts = splitText(mail.text, sender)
  const { kind, because, bounce } = kindOf(mail, mail.text.slice(0, parts.quoteStart ?? undefined))
  return {
    kind,
    kindBecause: because,
    newText: parts.newText,
    signatureStart: parts.signatureStart,
    quoteStart: parts.quoteStart,
    words: wordsIn(parts.newText),
    asks: kind === 'human' ? findAsks(parts.newText) : [],
    returnDate: kind === 'auto-reply' ? returnDate(`${mail.subject}\n${parts.newText}`, mail.date.at) : null,
    bounce,
  }
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
}
