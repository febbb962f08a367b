import type { ReadMail } from '../reading/read-mail-shape.ts'
import { autoReplyBecause } from './auto-reply.ts'
import { readBounce } from './bounce.ts'
import { bulkBecause } from './bulk.ts'
import type { Bounce, MailKind } from './judgement-shape.ts'

export interface KindVerdict {
  kind: MailKind
  because: string
  bounce: Bounce | null
}

/**
 * What kind of mail it is, the most mechanical reading first: bounce, auto-reply, bulk, and what remains is human.
 * `ownText` is its text above what it quotes or forwards.
 */
export function kindOf(mail: ReadMail, ownText = mail.text): KindVerdict {
  const bounce = readBounce(mail)
  if (bounce) return { kind: 'bounce', because: bounce.because, bounce: bounce.bounce }
  const auto = autoReplyBecause(mail)
  if (auto !== null) return { kind: 'auto-reply', because: auto, bounce: null }
  const bulk = bulkBecause(mail, ownText)
  if (bulk !== null) return { kind: 'bulk', because: bulk, bounce: null }
  return { kind: 'human', because: 'nothing says that a machine sent it', bounce: null }
}
