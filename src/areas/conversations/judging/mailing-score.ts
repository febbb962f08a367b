import type { ReadMail } from '../reading/read-mail-shape.ts'

const LEAVING =
  /\b(?:un-?subscri\w+|opt(?:ed)?[ -]?(?:out|in)|(?:be |been |get )removed?\b.{0,40}(?:list|mailing|e-?mail|future|database)|remove (?:me|yourself|your (?:name|e-?mail|address))|removal (?:instructions|from)|click here to (?:be )?remove|to (?:stop|cease|discontinue) (?:receiving|future)|(?:no longer|not) (?:wish|want) to receive|(?:wish|want|like) to (?:receive no|stop receiving|be (?:taken off|removed))|(?:don'?t|do not) (?:wish|want) to receive|manage your (?:subscription|preferences)|(?:update|change) your (?:e-?mail |subscription )?preferences|you (?:are|were) receiving this|you(?:'ve| have)? received this (?:e-?mail|message|newsletter) because|you(?:'re| are) subscribed|cancel your subscription|subscription (?:info|options|preferences|center)|remove["']? (?:in|as|on) (?:the )?subject|to be excluded|abbestellen|désabonner|darse de baja|view (?:this )?(?:in|with) (?:your |a )?browser|having trouble (?:viewing|reading)|this (?:e-?mail|message) (?:is sent in compliance|was sent to|is being sent)|under bill s\.?\s?1618|this is not spam|one[- ]time mailing|sent to you because|this (?:e-?mail )?newsletter|forward this (?:e-?mail|newsletter) to)/gi
const LEGAL =
  /\b(?:all rights reserved|copyright (?:©|\(c\)|\d{4})|privacy (?:policy|statement)|terms (?:of use|and conditions apply))/gi
const SELLING =
  /\b(?:click (?:here|below)|order (?:now|today)|buy now|call (?:now|today|toll)|sign up (?:now|today)|visit our|free (?:trial|offer|quote|gift|sample|report|info|consultation|membership|shipping|software|\d)|absolutely free|limited time|act (?:now|today)|money[- ]back|100% (?:free|guaranteed)|risk[- ]free|satisfaction guaranteed|special offer|earn (?:up to|\$)|make (?:big )?money|(?:work|working) (?:from|at) home|lowest (?:price|rate)s?|toll[- ]free|credit cards?|mortgage|refinanc\w+|viagra|lose weight|weight loss|diet|casino|adult|xxx|million (?:united states |u\.?s\.? )?dollars|us\$|next of kin|foreign (?:account|partner)|strictly confidential|transfer of (?:this|the) (?:fund|money|sum)|dear (?:friend|sir|homeowner|customer|subscriber|member|valued|reader)|no obligation|horny|teens?|sexy|porn|sex|nude|webcam|singles|save (?:up to|over|\$)|% off|off the cover|best price|bulk e-?mail|e-?mail addresses|financial freedom|extra income|get out of debt|cigarettes|inkjet|toner|home reps?|winner|prizes?|sweepstakes)\b/gi
const LINK = /https?:\/\//gi
const SUBJECT =
  /\b(?:adv|free|save|win(?:ner)?|offers?|money|cash|debt|loans?|rates?|mortgage|sale|discount|cheap|low(?:est)? (?:cost|price|rate)s?|guaranteed|earn|income|insurance|investment|work(?:ing)? from home|adult|sex|singles|date|newsletter|weekly|daily|e-?news|special|limited|enhance|lose \d|credit|business proposal|urgent|confidential|assistance|reminder|unlimited)\b|\$+\d|!!|\(ad\)|\[ad\]|±¤°í|광고/i
const TEAM =
  /\b(?:sales|support|marketing|customer|offers?|deals?|team|department|club|network|update|service|news|center|magazine|store|shop|outlook|insider|advisor|daily|weekly)\b|\.com\b|!/i
const DEPARTMENT =
  /^(?:info|sales|marketing|support|contact|service|office|team|hello|events?|club|members?|customer.*|web.*|admin|mail|email|list|adv?|vip|free.*|shop|store|replies|delivers|.*-delivers)$/i

/**
 * How much a mail reads like one sent to a crowd: 1.5 and more counts as bulk (3 in an answer, 2 in a post to a list). Weights set by hand on the public
 * SpamAssassin corpus and read against business mail; a person's mail taken for bulk costs far more than the
 * other way round, so no single sign is enough.
 * `text` is what its sender wrote or had written: a newsletter that a person forwards is the person's mail.
 */
export function mailingScore(mail: ReadMail, text: string): number {
  const part = text.length > 14_000 ? text.slice(0, 8000) + text.slice(-6000) : text
  const leaving = count(LEAVING, part, 2)
  const selling = count(SELLING, part, 6)
  const links = count(LINK, part, 12)
  let score = [0, 1.1, 1.8][leaving] ?? 0
  score += Math.min(count(LEGAL, part, 2), 2) * 0.35
  if (links >= 3) score += 0.4
  if (links >= 8) score += 0.5
  score += layoutScore(mail)
  score += subjectScore(mail.subject)
  score += senderScore(mail)
  // Words of selling are the words of business, too: alone they never suffice.
  return score > 0 ? score + selling * 0.3 : Math.min(selling * 0.3, 1.2)
}

function layoutScore(mail: ReadMail): number {
  if (mail.html === null || mail.html === '') return 0
  const type = mail.headers.get('content-type')?.[0] ?? ''
  let score = /<img\b|<table\b/i.test(mail.html) ? 0.6 : 0
  if (/^text\/html/i.test(type)) score += 0.6
  if (/<img[^>]+src=["']?http/i.test(mail.html)) score += 0.3
  return score
}

function subjectScore(subject: string): number {
  let score = 0
  if (shouts(subject)) score += 0.5
  if (SUBJECT.test(subject)) score += 0.5
  // Filler that makes each copy differ: a run of blanks, then digits or letters without sense.
  if (/\s{5,}\S{1,16}\s*$|\s\d{4,}\s*$/.test(subject)) score += 0.8
  return score
}

function senderScore(mail: ReadMail): number {
  const from = mail.from
  if (!from) return 0.5
  const [local = '', domain = ''] = from.address.split('@')
  let score = 0
  if (DEPARTMENT.test(local)) score += 0.6
  if (TEAM.test(from.name)) score += 0.4
  if (/\d{3,}/.test(local)) score += 0.5
  if (
    /^(?:e?mail|news|info|response|reply|lists?|mx\d?|s\d|l\d+|enews|promo|feedback|marketing|bounce)\d*\./.test(
      domain,
    )
  )
    score += 0.5
  const reply = mail.replyTo[0]?.address ?? ''
  if (reply !== '' && domain !== '' && !reply.endsWith(domain) && !mail.headers.has('list-id')) score += 0.3
  if (mail.to.length === 0 && mail.cc.length === 0) score += 0.3
  else if (mail.to[0]?.address === from.address) score += 0.5
  return score
}

/** A subject of capitals only, ten letters or more. */
function shouts(subject: string): boolean {
  const letters = subject.replaceAll(/[^\p{L}]/gu, '')
  return letters.length > 9 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()
}

function count(pattern: RegExp, text: string, most: number): number {
  pattern.lastIndex = 0
  let found = 0
  while (found < most && pattern.exec(text) !== null) found += 1
  return found
}
