import type { ReadMail } from '../reading/read-mail-shape.ts'

/** Mailbox names that no single person reads or writes from. */
const BROADCASTER =
  /^(?:no[._-]?reply|do[._-]?not[._-]?reply|donotreply|no\.address|noaddress|newsletters?|news|enews|e-?newsletter|mailings?|mailing-?list|announce(?:ments?)?|announcements?\..+|.+\.announcements?|announce-.+|.+-announce|notifications?|notify|alerts?|updates?|.+[._-](?:update|updates|news|newsletter|alerts?|offers?|notifications?)|(?:store|book|music|breaking)-?news|breakingnews|subscri(?:be|ber|ption)s?|unsubscribe.*|leave-.+|bounces?[-+=_].+|bounce-.+|owner-.+|.+-(?:bounces|owner|request|admin)|listserv(?:er|ices)?|majordomo|mailman|promo(?:tions?|s)?|offers?|deals?|great-?(?:offers|deals)|exclusive_offers|specials?|marketing|mailer|mailbot|e-?mail\.center|eservices|online\.service|customer_?service|customerservices?|survey|surveys|editor|digest|.+-digest|rssfeeds|root|nobody|www-data|apache|cron|jenkins|arsystem|antigen|.*\.mailsweeper\.admin|chairman\..+|officeofthechairman\d*|office\.chairman|outlook-migration-team|administration\.enron|exchange\.administrator|webmaster|winnerannouncements|sweepstakes|rewards?|fool|.*newsletter.*|.*bounce.*)$/i
const BROADCAST_NAME =
  /\bnewsletter|\bmailing list\b|\bannouncements?\b|\bnews\.com|daily dispatch|\bdigest\b|office of the chairman|\bno[- ]?reply\b|\balerts?\b|subscriber services/i
const LEAVING =
  /\b(?:unsubscribe|un-subscribe|opt[ -]?out|opt-?ed in|(?:be |to be |been |get )removed?\b.{0,40}(?:list|mailing|e-?mail|future|database)|remove (?:me|yourself|your (?:name|e-?mail|address))|removal (?:instructions|from)|click here to (?:be )?remove|to (?:stop|cease|discontinue) (?:receiving|future)|(?:no longer|not) wish to receive|(?:wish|want|like) to (?:receive no|stop receiving|be (?:taken off|removed))|don'?t want to receive|do not want to receive|manage your (?:subscription|preferences)|update your (?:e-?mail )?preferences|you (?:are|were) receiving this|you(?:'ve| have)? received this (?:e-?mail|message|newsletter) because|you(?:'re| are) subscribed|cancel your subscription|subscription (?:info|options|preferences|center)|remove in the subject|"?remove"? (?:in|as) the subject|to be excluded|abbestellen|abmelden|newsletter|désabonner|darse de baja|privacy policy|all rights reserved|copyright ©?|view (?:this|in) (?:e-?mail|browser|your browser)|this (?:e-?mail|message) (?:is sent in compliance|was sent to|is being sent)|under bill s\.?\s?1618|this is not spam|one[- ]time mailing|sent to you because)\b/gi
const SELLING =
  /\b(?:click here|click below|order now|buy now|free (?:trial|offer|quote|gift|sample|report|info)|limited time|act now|money[- ]back|100% (?:free|guaranteed)|risk[- ]free|guaranteed?|special offer|earn (?:up to|\$)|make money|work (?:from|at) home|lowest (?:price|rate)s?|toll[- ]free|credit card|mortgage|viagra|weight|casino|adult|xxx|million (?:united states )?dollars|us\$|confidential(?:ity)? (?:business|transaction|proposal)|next of kin|beneficiary|dear (?:friend|sir|homeowner|customer|subscriber|member|valued|reader)|investment|no obligation|hot (?:teens|girls|babes)|sexy|porn|save (?:up to|over|\$)|prices?|sale|% off|discount)\b/gi

/**
 * Why a mail counts as bulk: sent by a machine or to a crowd. Null where a person wrote it to people.
 *
 * Discussion lists: list headers alone don't make a mail bulk. A post is a person's where its From is a person's
 * address (no broadcaster's name, not the list itself) and it either answers another (In-Reply-To, References or
 * "Re:") or came by a list that takes posts (List-Post other than NO, a Mailman or Yahoo! Groups header, or
 * Precedence: list), and its text doesn't read like a mailing. All else with list headers is bulk.
 */
export function bulkBecause(mail: ReadMail): string | null {
  const has = (name: string) => mail.headers.has(name)
  const head = (name: string) => mail.headers.get(name)?.[0]?.trim().toLowerCase() ?? ''
  const address = mail.from?.address ?? ''
  const local = address.split('@')[0] ?? ''
  if (BROADCASTER.test(local)) return `sent from ${address}, which no single person writes from`
  if (has('feedback-id')) return 'a Feedback-ID header'
  if (has('list-unsubscribe-post')) return 'a List-Unsubscribe-Post header (RFC 8058)'
  if (/^junk$/.test(head('precedence'))) return `Precedence: ${head('precedence')}`
  for (const name of ESP_HEADERS) if (has(name)) return `an ${name} header of a mailing service`
  if (head('auto-submitted').startsWith('auto-'))
    return `Auto-Submitted: ${head('auto-submitted')} (RFC 3834)`
  const reading = mailingScore(mail)
  const list = listBecause(mail)
  const reply =
    mail.inReplyTo.length > 0 || mail.references.length > 0 || /^\s*(?:re|aw|sv|antw)\b/i.test(mail.subject)
  if (list !== null) {
    if (!takesPosts(mail) && !reply) return list
    if (!reply && (reading >= 2 || ANNOUNCES.test(head('list-id') + head('list-post')))) return list
    return null
  }
  if (BROADCAST_NAME.test(mail.from?.name ?? '')) return `its sender's name says so: ${mail.from?.name}`
  if (reply && reading < 4) return null
  return reading >= 2 ? 'it reads like a mailing' : null
}

const ESP_HEADERS = [
  'x-mailgun-sid',
  'x-sg-eid',
  'x-mc-user',
  'x-campaign',
  'x-campaignid',
  'x-mailchimp-campaign',
  'x-csa-complaints',
  'x-report-abuse',
  'x-mandrill-user',
  'x-ses-configuration-set',
  'x-pm-message-id',
  'x-rpcampaign',
  'x-bulkmail',
  'x-mail-from-bulk',
  'x-emessaging-user',
  'x-mailer-version-bulk',
  'x-roving-id',
  'x-m5mailerprojectid',
  'x-mailid',
  'x-bugzilla-reason',
  'x-github-reason',
  'x-jira-fingerprint',
]
const ANNOUNCES = /announce|newsletter|commits?\b|cvs\b|bugs?\b|notifications?|digest/

function listBecause(mail: ReadMail): string | null {
  if (mail.headers.has('list-id')) return 'a List-Id header'
  if (mail.headers.has('list-unsubscribe')) return 'a List-Unsubscribe header'
  if (mail.headers.has('mailing-list')) return 'a Mailing-List header'
  if (mail.headers.has('x-mailman-version') || mail.headers.has('x-beenthere')) return 'a mailing list header'
  const precedence = mail.headers.get('precedence')?.[0]?.trim().toLowerCase() ?? ''
  return precedence === 'list' || precedence === 'bulk' ? `Precedence: ${precedence}` : null
}

function takesPosts(mail: ReadMail): boolean {
  const post = mail.headers.get('list-post')?.[0]?.trim().toLowerCase()
  if (post !== undefined) return post !== 'no'
  const precedence = mail.headers.get('precedence')?.[0]?.trim().toLowerCase()
  return (
    mail.headers.has('x-mailman-version') ||
    mail.headers.has('x-beenthere') ||
    mail.headers.has('x-egroups-return') ||
    mail.headers.has('mailing-list') ||
    precedence === 'list'
  )
}

/** How much a text reads like a mailing: 2 and more is bulk. Its weights are set by hand. */
function mailingScore(mail: ReadMail): number {
  const text = mail.text.length > 14_000 ? mail.text.slice(0, 8000) + mail.text.slice(-6000) : mail.text
  let score = 0
  const leaving = count(LEAVING, text, 3)
  if (leaving > 0) score += leaving > 1 ? 2 : 1.2
  const selling = count(SELLING, text, 6)
  score += Math.min(selling, 6) * 0.28
  const links = count(LINK, text, 12)
  if (links >= 3) score += 0.5
  if (links >= 8) score += 0.5
  const html = mail.html
  if (html !== null && html.length > 0) {
    if (/<img\b|<table\b/i.test(html)) score += 0.7
    const type = mail.headers.get('content-type')?.[0] ?? ''
    if (/^text\/html/i.test(type)) score += 0.5
  }
  if (shouts(mail.subject)) score += 0.5
  if (/\b(?:adv|free|\$+\d|sale|save|win|offer|money|cash|debt|loan)\b|!!/i.test(mail.subject)) score += 0.5
  if (/\d{4,}/.test((mail.from?.address ?? '').split('@')[0] ?? '')) score += 0.4
  return score
}

const LINK = /https?:\/\//gi

function count(pattern: RegExp, text: string, most: number): number {
  pattern.lastIndex = 0
  let found = 0
  while (found < most && pattern.exec(text) !== null) found += 1
  return found
}

function shouts(subject: string): boolean {
  const letters = subject.replaceAll(/[^\p{L}]/gu, '')
  return letters.length > 9 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}
