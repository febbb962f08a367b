import type { ReadMail } from '../reading/read-mail-shape.ts'
import type { Bounce } from './judgement-shape.ts'

export interface BounceVerdict {
  because: string
  bounce: Bounce
}

const DAEMON =
  /^(?:mailer-?daemon|mail-?daemon|mdaemon|post[._-]?master|mail[._-]?delivery|mail\.delivery\.\w+|mail[._-]?system|bounce-?handler|mmdf|smtp-?daemon|delivery-?(?:status|notification|failure)?|non-?delivery|ndr|daemon|uucp|maildaemon|mailadmin|mail-?administrator|complaints?|fbl|feedbackloop|scomp|staff)\b/i
const DAEMON_NAME =
  /mail(?:er)?[ ._-]?(?:delivery|daemon)|delivery (?:sub)?system|postmaster|system administrator|mail delivery|internet mail (?:connect|service)|virus|spam ?filter|mail ?gateway/i

const SUBJECT =
  /undeliver|un-?deliverable|delivery (?:status notification|fail|problem|report|has failed|error|delayed|incomplete|unsuccess|notification)|deliver(?:y|ed)? failure|returned (?:mail|e-?mail|message|to sender)|return(?:ed)? to sender|mail (?:could not be|failed|delivery|system error|not delivered|error)|message (?:could not be|not delivered|undelivered|was not|delivery|failed|bounced|rejected|delayed|status)|mail(?:er)? (?:error|failure)|failure notice|fail(?:ed|ure) (?:to deliver|delivery|mail|notice|sending)|failure delivery|non-?delivery|could not (?:be delivered|send message)|not delivered|(?:user|address|recipient) unknown|unknown (?:user|address|recipient)|warning: (?:could not|message)|couldn'?t be delivered|nondeliverable|bounced? (?:mail|e-?mail|message)|unzustellbar|zustell|nicht zugestellt|non remis|échec de|no se (?:pudo|puede) entregar|devuelto|mancat[oa] (?:recapito|consegna)|niet bezorgd|mailbox (?:full|unavailable|not found)|配信|配送|エラーメール|送信できません|Недоставлен|email feedback report|abuse report|(?:^|\b)complaint about|problem with (?:a |your )?(?:message|mail|e-?mail)|error sending|rejected (?:mail|message|posting)|退信|系统退信|delivered|mail status|NDN:|DELAYED|blocked (?:mail|message)|quarantine|smtp server: errors|are not member|loop alert|メールエラー/i

const BODY =
  /could ?n[o']t be delivered|cannot be delivered|can't be delivered|can not be delivered|not be delivered|was not delivered|(?:were|was|is) undeliverable|undeliverable (?:to|mail|message|address)|undelivered|unable to deliver|couldn't deliver|could not deliver|not able to deliver|delivery (?:to the following|failed|has failed|failure|attempts?|error|problem|of (?:your|the) (?:mail|message|e-?mail))|failed to deliver|permanent (?:fatal )?error|fatal errors|transient (?:and |non-)?(?:delivery|fatal)|permanent failure|returned (?:your|to you)|message (?:that you sent|you sent|was) (?:could not|was not|has not|not|rejected|returned|undeliverable|blocked)|(?:user|recipient|mailbox|address|account|host|domain)(?: is| was| has been| name)? ?(?:unknown|not found|unavailable|disabled|full|rejected|inactive|suspended|over quota|not known|does not exist|doesn't exist|not listed|not exist)|(?:unknown|no such) (?:local |virtual |mail ?)?(?:user|recipient|mailbox|address|account|host|domain)|(?:mailbox|mail box|inbox|quota|storage)(?: size| limit| is| has)? ?(?:full|exceed|over)|over (?:the )?quota|did not reach|reason (?:for|of) (?:failure|non-?delivery|the (?:failure|problem))|this (?:is a permanent|message was created automatically)|giving up|i'm afraid i wasn't able|remote host said|host said:|smtp error|5\d\d[ -]#?5\.\d{1,2}\.\d{1,3}|\b55[0-4][ -]|final-recipient:|diagnostic-code:|mail (?:sending|delivery) (?:failed|failure)|has been (?:rejected|returned|delayed|bounced|suspended)|was rejected|returned mail|following (?:addresses|recipients?|address|destinations?)|could not be (?:reached|sent|processed)|couldn't be (?:sent|reached)|not reached|not exist|配信(?:できま|でき|不能|エラー)|送信できません|お届け|宛先|届け|メール.{0,20}(?:エラー|送信|拒否)|受信(?:拒否|でき)|メールアドレス|unzustellbar|nicht zugestellt|konnte nicht|n'a pas (?:pu|été)|no (?:ha )?(?:podido|pudo)|impossibile|не (?:удалось|может|доставлен)|无法|退回|abuse report|feedback-type:/i

/**
 * A report that a mail did not arrive (or was complained about, delayed, or delivered), by RFC 3464 and RFC 5965
 * where its sender follows them, else by who sent it and what it says. Null where it is none.
 *
 * A person who writes about a bounce is not one: prose counts only from a mail system (its address, its name, or
 * an empty Return-Path), never from an ordinary address.
 */
export function readBounce(mail: ReadMail): BounceVerdict | null {
  const because = bounceBecause(mail)
  return because === null ? null : { because, bounce: bounceFacts(mail) }
}

function bounceBecause(mail: ReadMail): string | null {
  const type = (mail.headers.get('content-type')?.[0] ?? '').toLowerCase()
  if (type.includes('multipart/report')) {
    if (type.includes('delivery-status')) return 'a delivery report (RFC 3464)'
    if (type.includes('feedback-report')) return 'a complaint report (RFC 5965)'
  }
  const auto = mail.headers.get('auto-submitted')?.[0] ?? ''
  for (const part of mail.attachments) {
    if (part.type === 'message/delivery-status' || part.type === 'message/global-delivery-status')
      return 'a delivery report (RFC 3464)'
    if (part.type === 'message/feedback-report') return 'a complaint report (RFC 5965)'
  }
  if (mail.headers.has('x-failed-recipients')) return 'an X-Failed-Recipients header'
  const address = mail.from?.address ?? ''
  const local = address.split('@')[0] ?? ''
  const daemon =
    DAEMON.test(local) || DAEMON_NAME.test(mail.from?.name ?? '') || DAEMON.test(mail.from?.name ?? '')
  const path = mail.headers.get('return-path')?.[0]?.trim()
  const nullPath = path === '<>' || path === '' || /^<?mailer-daemon/i.test(path ?? '')
  const subject = SUBJECT.test(mail.subject)
  // Services that report from an address nobody reads: only the plainest words count there.
  if (MACHINE.test(local) && (PLAINEST.test(mail.text.slice(0, 3000)) || REFUSED_POST.test(mail.subject)))
    return 'a mail system says that it was not delivered'
  if (!daemon && !nullPath && !/auto-generated|auto-replied/i.test(auto) && address !== '') return null
  const head = mail.text.slice(0, 6000)
  const body = BODY.test(head)
  if (daemon && (subject || body)) return 'a mail system says that it was not delivered'
  if ((nullPath || address === '') && subject && body)
    return 'a report without a return path, on a failed delivery'
  if (nullPath && (FAILED_LINE.test(head) || (body && !mail.headers.has('precedence') && STATUS.test(head))))
    return 'a report without a return path, on a failed delivery'
  if (
    /auto-(?:generated|replied)/i.test(auto) &&
    subject &&
    body &&
    (STATUS.test(head) || DAEMON_NAME.test(head))
  )
    return 'an automatic report on a failed delivery (RFC 3834)'
  return null
}

const MACHINE = /^(?:no-?reply|.+-admin|bounces?|notification)$/i
const PLAINEST = /"notificationType":"(?:Bounce|Complaint|Delivery)"|^\s*could not be delivered to: </im
const REFUSED_POST = /\bare not member\b|^Loop Alert:/i
const FAILED_LINE =
  /final-recipient:|^\s*<[^<>\s]+@[^<>\s]+>:?.{0,60}(?:\n.{0,120}){0,2}\b[45]\d\d\b|\(reason: \d{3}/im
const STATUS = /(?<![\d.])([245]\.\d{1,2}\.\d{1,3})(?![\d.])/
const SMTP_REPLY = /(?<![\d.:/-])([45]\d\d)(?=[ -])/

/** [reason, what says so], the first that fits; the names are those of the sisimai project's tables. */
const REASONS: [string, RegExp][] = [
  ['feedback', /feedback-type:|abuse report|this is an email abuse|spam complaint/i],
  [
    'mailboxfull',
    /(?:mailbox|mail ?box|account|inbox|storage|user).{0,30}(?:full|quota|exceed)|over ?quota|quota ?exceed|quota|disk space|容量/i,
  ],
  [
    'mesgtoobig',
    /message (?:size|too (?:big|large))|too large|size (?:limit|exceed)|exceeds? (?:the )?(?:maximum )?(?:size|message)/i,
  ],
  [
    'hostunknown',
    /host (?:unknown|not found)|unknown host|domain (?:not found|does not exist|is not found)|no such (?:host|domain)|name or service not known|nxdomain|unrouteable|host or domain name not found/i,
  ],
  ['hasmoved', /has moved|address (?:has )?changed|is no longer at|forwarding address/i],
  [
    'suspend',
    /(?:account|mailbox|user|address|recipient).{0,24}(?:suspended|disabled|inactive|deactivated|discontinued|locked)|temporarily unavailable account/i,
  ],
  [
    'userunknown',
    /user (?:is )?unknown|unknown (?:local )?(?:user|recipient|address|account|mailbox)|no such (?:user|recipient|mailbox|account|address|person)|(?:user|recipient|mailbox|address|account).{0,40}(?:not found|does ?n[o']t exist|not exist|unknown|invalid|not known|not listed|unavailable|no mailbox)|not a valid|invalid (?:recipient|user|address|mailbox)|5\.1\.1\b|no mailbox here|does not like recipient|recipient address rejected|宛先不明/i,
  ],
  ['spamdetected', /\bspam\b|junk mail|content (?:rejected|filter)|bulk mail/i],
  ['virusdetected', /\bvirus|malware|infected/i],
  ['authfailure', /\bspf\b|\bdkim\b|\bdmarc\b|authenticat/i],
  [
    'blocked',
    /\bblocked|block(?:ed)? ?list|blacklist|dnsbl|\brbl\b|reputation|client host .{0,60}rejected|access denied|banned/i,
  ],
  ['norelaying', /relay(?:ing)? (?:denied|not permitted|access)|not permitted to relay|unable to relay/i],
  [
    'expired',
    /(?:time|message|delivery) (?:expired|timed? ?out)|timed? ?out|too long|retry time|could not be delivered for|delayed|still being retried|expired|days? old|4\.4\.7/i,
  ],
  [
    'networkerror',
    /connection (?:refused|reset|lost)|network (?:error|unreachable)|no route|4\.4\.[12]|loop|too many hops/i,
  ],
  ['rejected', /rejected|denied|refused|not accepted|policy/i],
  ['systemerror', /system error|local error|configuration|server error|i\/o error/i],
]

function bounceFacts(mail: ReadMail): Bounce {
  const report = mail.attachments.find((part) => /delivery-status|feedback-report/.test(part.type))
  const machine = report ? report.content.toString('utf8', 0, 20_000) : ''
  const text = `${machine}\n${mail.text.slice(0, 12_000)}`
  const action = /^action:\s*([a-z-]+)/im.exec(text)?.[1]?.toLowerCase() ?? ''
  const status = statusOf(text)
  const reply = SMTP_REPLY.exec(text)?.[1] ?? ''
  const diagnostic = /diagnostic-code:\s*((?:.+\n?)(?:[ \t].+\n?)*)/i.exec(text)?.[1] ?? ''
  const failed = action === 'failed' || action === ''
  let reason = reasonOf(diagnostic) ?? reasonOf(mail.text.slice(0, 6000)) ?? reasonOf(text) ?? 'undefined'
  if (/delivered|relayed|expanded/.test(action) || status?.startsWith('2.')) reason = 'delivered'
  else if (action === 'delayed' && reason === 'undefined') reason = 'expired'
  const hard = status ? status.startsWith('5.') : reply.startsWith('5')
  return {
    recipient: recipientOf(mail, text),
    status,
    permanent: failed && hard && reason !== 'delivered' && reason !== 'feedback',
    reason,
  }
}

function statusOf(text: string): string | null {
  const stated = /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1]
  return stated ?? STATUS.exec(text)?.[1] ?? null
}

function reasonOf(text: string): string | null {
  if (text === '') return null
  for (const [reason, says] of REASONS) if (says.test(text)) return reason
  return null
}

function recipientOf(mail: ReadMail, text: string): string | null {
  const named =
    /^final-recipient:\s*(?:[\w-]+;)?\s*<?([^\s<>;]+@[^\s<>]+)/im.exec(text)?.[1] ??
    /^original-recipient:\s*(?:[\w-]+;)?\s*<?([^\s<>;]+@[^\s<>]+)/im.exec(text)?.[1] ??
    /([^\s<>,;]+@[^\s<>,;]+)/.exec(mail.headers.get('x-failed-recipients')?.[0] ?? '')?.[1] ??
    /^original-rcpt-to:\s*<?([^\s<>;]+@[^\s<>]+)/im.exec(text)?.[1] ??
    /<([^\s<>]+@[^\s<>]+)>/.exec(mail.text)?.[1] ??
    /([\w.+=-]+@[\w-]+\.[\w.-]+\w)/.exec(mail.text)?.[1]
  return named ? named.toLowerCase().replace(/[,;:.>)]+$/, '') : null
}
