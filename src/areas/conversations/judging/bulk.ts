import type { ReadMail } from '../reading/read-mail-shape.ts'
import { mailingScore } from './mailing-score.ts'

/** Mailbox names that no single person reads or writes from. */
const BROADCASTER =
  /^(?:no[._-]?reply|do[._-]?not[._-]?reply|donotreply|no\.address|noaddress|newsletters?|news|enews|e-?newsletter|mailings?|mailing-?list|announce(?:ments?)?|announcements?\..+|.+\.announcements?|announce-.+|.+-announce|notifications?|notify|alerts?|updates?|.+[._-](?:update|updates|news|newsletter|alerts?|offers?|notifications?)|(?:store|book|music|breaking)-?news|breakingnews|subscri(?:be|ber|ption)s?|unsubscribe.*|leave-.+|bounces?[-+=_].+|bounce-.+|owner-.+|.+-(?:bounces|owner|request|admin)|listserv(?:er|ices)?|majordomo|mailman|promo(?:tions?|s)?|offers?|deals?|great-?(?:offers|deals)|exclusive_offers|specials?|marketing|mailer|mailbot|e-?mail\.center|eservices|online\.service|customer_?service|customerservices?|survey|surveys|editor|digest|.+-digest|rssfeeds|root|nobody|www-data|apache|cron|jenkins|arsystem|antigen|.*\.mailsweeper\.admin|chairman\..+|officeofthechairman\d*|office\.chairman|outlook-migration-team|administration\.enron|exchange\.administrator|webmaster|winnerannouncements|sweepstakes|rewards?|fool|.*newsletter.*|.*bounce.*)$/i
const BROADCAST_NAME =
  /\bnewsletter|\bmailing list\b|\bannouncements?\b|\bnews\.com|daily dispatch|\bdigest\b|office of the chairman|\bno[- ]?reply\b|\balerts?\b|subscriber services/i
/**
 * Why a mail counts as bulk: sent by a machine or to a crowd. Null where a person wrote it to people.
 *
 * Discussion lists: list headers alone don't make a mail bulk. A post is a person's where its From is a person's
 * address (no broadcaster's name, not the list itself) and it either answers another (In-Reply-To, References or
 * "Re:") or came by a list that takes posts (List-Post other than NO, a Mailman or Yahoo! Groups header, or
 * Precedence: list), and its text doesn't read like a mailing. All else with list headers is bulk.
 * `ownText` is the mail's text above what it quotes or forwards.
 */
export function bulkBecause(mail: ReadMail, ownText: string): string | null {
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
  const list = listBecause(mail)
  const reply =
    mail.inReplyTo.length > 0 || mail.references.length > 0 || /^\s*(?:re|aw|sv|antw)\s*:/i.test(mail.subject)
  if (list !== null) {
    if (!takesPosts(mail)) return reply ? null : list
    if (reply) return null
    if (ANNOUNCES.test(`${head('list-id')} ${head('list-post')} ${head('x-beenthere')}`)) return list
    // A list adds its own way out below each post: that says nothing about the post.
    return mailingScore(mail, ownText.slice(0, Math.max(0, ownText.length - 700))) >= 2 ? list : null
  }
  if (BROADCAST_NAME.test(mail.from?.name ?? '')) return `its sender's name says so: ${mail.from?.name}`
  // A real answer quotes or names the mail it answers; "Re:" alone is what junk writes too.
  const answers = mail.inReplyTo.length > 0 || mail.references.length > 0 || ownText.length < mail.text.length
  return mailingScore(mail, ownText) >= (answers ? 3 : 1.5) ? 'it reads like a mailing' : null
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
    mail.headers.has('x-mailing-list') ||
    mail.headers.has('x-egroups-return') ||
    mail.headers.has('mailing-list') ||
    precedence === 'list'
  )
}
