import type { ReadMail } from '../reading/read-mail-shape.ts'

const SUBJECT =
  /^\s*(?:re:\s*|aw:\s*)?(?:\[?auto(?:matic)?[ -]?(?:reply|response|answer|responder)\]?|out[ -]of[ -](?:the[ -])?office(?: auto-?reply)?|ooo\b|away from (?:my |the )?(?:office|desk|mail|e-?mail)|on (?:vacation|holiday|leave)\b|vacation (?:reply|response|message|notice)|i(?:'m| am) (?:on (?:vacation|holiday|leave)|away|out of (?:the )?office)|automatische antwort|automatisch antwoord|automatisch(?:e)? (?:antwort|abwesenheit)|abwesend|abwesenheit(?:snotiz|snachricht|sassistent)?|nicht im büro|afwezig|automatisch antwoord|réponse automatique|absence du bureau|absent du bureau|message d['’]absence|respuesta automática|fuera de (?:la )?oficina|resposta automática|fora do escritório|ausente|risposta automatica|fuori ufficio|assenza dall['’]ufficio|autosvar|automatiskt svar|frånvaro|automatisk svar|ikke til stede|fraværende|fravær|automaattinen vastaus|poissa|odpowiedź automatyczna|autoodpowiedź|automatická odpověď|automatikus válasz|автоответ|автоматический ответ|отсутствие|otomatik yanıt|自动回复|自動回覆|自動返信|不在)/iu
const BODY =
  /\b(?:i am|i'm|i will be|i'll be|is|am) (?:currently )?(?:out of (?:the |my )?office|on (?:vacation|holiday|annual leave|maternity leave|leave|parental leave)|away from (?:my|the) (?:office|desk|e-?mail|mail))|this is an auto(?:mated|matic|-)[ -]?(?:reply|response)|i will (?:not )?(?:have|be checking|respond|reply).{0,60}(?:when i return|upon my return|on my return)|ich bin (?:derzeit |zur zeit |momentan )?(?:nicht im büro|abwesend|im urlaub)|je suis (?:actuellement )?(?:absent|en congé)|estoy fuera de la oficina/i

/**
 * An answer that a machine gave in its owner's absence: RFC 3834 (Auto-Submitted), the older X- headers, or a
 * subject that says so. Null where it is none; else the reason in plain words.
 */
export function autoReplyBecause(mail: ReadMail): string | null {
  const head = (name: string) => mail.headers.get(name)?.[0]?.trim().toLowerCase() ?? ''
  const auto = head('auto-submitted')
  if (auto.startsWith('auto-replied')) return 'Auto-Submitted: auto-replied (RFC 3834)'
  for (const name of [
    'x-autoreply',
    'x-autorespond',
    'x-autoresponder',
    'x-auto-reply',
    'x-mail-autoreply',
  ]) {
    const value = head(name)
    if (mail.headers.has(name) && value !== 'no') return `an ${titled(name)} header`
  }
  if (head('precedence') === 'auto_reply') return 'Precedence: auto_reply'
  if (/multipart\/report/.test(head('content-type')) && /disposition-notification/.test(head('content-type')))
    return 'a read receipt (RFC 8098)'
  if (mail.attachments.some((part) => part.type === 'message/disposition-notification'))
    return 'a read receipt (RFC 8098)'
  if (
    /^(?:oof|all|oof, .*|.*\boof\b.*)$/.test(head('x-auto-response-suppress')) &&
    SUBJECT.test(mail.subject)
  )
    return 'its subject says that its writer is away'
  if (SUBJECT.test(mail.subject)) return 'its subject says that its writer is away'
  if ((auto.startsWith('auto-') || head('return-path') === '<>') && BODY.test(mail.text.slice(0, 1500)))
    return 'an automatic mail that says its writer is away'
  if (
    /\b(?:vacation|auto-?repl(?:y|ied)|autoresponder)\b/.test(head('x-mailer')) ||
    head('x-loop').includes('vacation')
  )
    return 'sent by a vacation program'
  return null
}

function titled(name: string): string {
  return name.replaceAll(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase())
}
