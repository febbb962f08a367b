import type { Judgement } from '../judging/judgement-shape.ts'
import { quotedParts } from '../judging/quoted-parts.ts'
import type { ReadMail } from '../reading/read-mail-shape.ts'
import { baseSubject } from './base-subject.ts'
import { fingerprintsOf } from './fingerprints.ts'

/** What a mail without References shows of the conversation it belongs to. Plain data: it may be kept as JSON. */
export interface ThreadClue {
  /** The mail's own id, '' where it has none. */
  key: string
  at: Date | null
  baseSubject: string
  isReply: boolean
  isForward: boolean
  /** It says by References or In-Reply-To where it belongs: then nothing is guessed for it. */
  referenced: boolean
  from: string
  fromName: string
  recipients: string[]
  /** Of the mails it quotes, newest first, a group each. */
  quotedFingerprints: string[][]
  /** Of its own new text. */
  newFingerprints: string[]
}

type ClueMail = Pick<
  ReadMail,
  'messageId' | 'inReplyTo' | 'references' | 'subject' | 'from' | 'to' | 'cc' | 'bcc' | 'date' | 'text'
>

const PRINTS = 8
const MOST_QUOTED = 5
/** Index keys a mail leaves for its own text, and looks under for each mail that it quotes. */
const KEYS_PER_TEXT = 4
const DAY = 86_400_000
/** Two mails further apart than this are never joined without References. */
export const MOST_DAYS_APART = 30
/** Where nobody's addresses are known (public list archives) a subject alone joins for this long. */
const LIST_DAYS = 14

/** The clue of a mail. */
export function clueOf(mail: ClueMail, judgement: Pick<Judgement, 'newText' | 'quoteStart'>): ThreadClue {
  const { base, isReply, isForward } = baseSubject(mail.subject)
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc]
    .map((each) => each.address)
    .filter((each) => each !== '')
  const quoted =
    judgement.quoteStart === null ? [] : quotedParts(mail.text.slice(judgement.quoteStart), MOST_QUOTED)
  return {
    key: mail.messageId ?? '',
    at: mail.date.at,
    baseSubject: base,
    isReply,
    isForward,
    referenced: mail.references.length > 0 || mail.inReplyTo.length > 0,
    from: mail.from?.address ?? '',
    fromName: (mail.from?.name ?? '').toLowerCase(),
    recipients: [...new Set(recipients)].slice(0, 60),
    quotedFingerprints: quoted
      .map((part) => fingerprintsOf(part, PRINTS))
      .filter((prints) => prints.length > 0),
    newFingerprints: fingerprintsOf(judgement.newText, PRINTS),
  }
}

/**
 * The index keys under which a mail is kept and looked up. Two mails can be linked only if they share one: the hash of
 * a telling base subject ("s:"), or a fingerprint ("q:"): four of its own text, four of each mail it quotes.
 */
export function candidateKeys(clue: ThreadClue): string[] {
  const keys = new Set<string>()
  if (isTelling(clue.baseSubject)) keys.add(`s:${clue.baseSubject}`)
  for (const print of clue.newFingerprints.slice(0, KEYS_PER_TEXT)) keys.add(`q:${print}`)
  for (const part of clue.quotedFingerprints) {
    for (const print of part.slice(0, KEYS_PER_TEXT)) keys.add(`q:${print}`)
  }
  return [...keys]
}

/**
 * Whether two mails belong to one conversation although no header says so. Symmetric. Both within 30 days, and
 * the later without References of its own; then either
 * - quoted text proves it: the later quotes the earlier's own words, or both quote the same words and share a person
 *   or subject; or
 * - a telling subject is the same, the later is a reply or forward, and people fit: its writer was among the earlier's
 *   recipients, or wrote the earlier and writes on to one of the same people.
 * Generic subjects ("hello", "meeting", "fyi", none at all) never join anything by themselves.
 */
export function linked(a: ThreadClue, b: ThreadClue): boolean {
  if (a.referenced && b.referenced) return false
  const [earlier, later] = inOrder(a, b)
  if (later.referenced) return false
  const apart = a.at && b.at ? Math.abs(a.at.getTime() - b.at.getTime()) / DAY : null
  if (apart !== null && apart > MOST_DAYS_APART) return false
  const sameSubject = earlier.baseSubject === later.baseSubject
  if (quotes(later, earlier, sameSubject) || (apart === null && quotes(earlier, later, sameSubject)))
    return true
  const people = peopleFit(earlier, later)
  if ((sameSubject || people) && quoteTheSame(earlier, later, sameSubject)) return true
  if (!sameSubject || !isTelling(later.baseSubject) || apart === null) return false
  // Archives of lists keep no recipients, and some take "Re:" off: then another writer under the same subject answers.
  if (later.recipients.length === 0 && earlier.recipients.length === 0)
    return apart <= LIST_DAYS && (later.isReply || later.from !== earlier.from)
  if (!later.isReply && !later.isForward) return false
  return people
}

function inOrder(a: ThreadClue, b: ThreadClue): [ThreadClue, ThreadClue] {
  const timeA = a.at?.getTime() ?? 0
  const timeB = b.at?.getTime() ?? 0
  if (timeA !== timeB) return timeA < timeB ? [a, b] : [b, a]
  const rank = (clue: ThreadClue) =>
    Number(clue.isReply || clue.isForward) * 2 + Number(clue.quotedFingerprints.length > 0)
  if (rank(a) !== rank(b)) return rank(a) < rank(b) ? [a, b] : [b, a]
  return a.key <= b.key ? [a, b] : [b, a]
}

/** One of the mails inside `later` is `earlier`. */
function quotes(later: ThreadClue, earlier: ThreadClue, sameSubject: boolean): boolean {
  return later.quotedFingerprints.some((part) => isSameText(part, earlier.newFingerprints, sameSubject))
}

function quoteTheSame(a: ThreadClue, b: ThreadClue, sameSubject: boolean): boolean {
  return a.quotedFingerprints.some((part) =>
    b.quotedFingerprints.some((other) => isSameText(part, other, sameSubject)),
  )
}

/**
 * Three eighths of the fingerprints in common where the subject is the same, three quarters (and three at least)
 * where it is not: a long signature that one person sets under everything must not pass for the text above it.
 */
function isSameText(a: string[], b: string[], sameSubject: boolean): boolean {
  const size = Math.min(a.length, b.length)
  if (size === 0 || (size < 3 && !sameSubject) || !sharesKey(a, b)) return false
  let shared = 0
  for (const print of a) if (b.includes(print)) shared += 1
  return shared >= (sameSubject ? Math.min(3, size) : Math.max(3, Math.ceil(size * 0.75)))
}

function sharesKey(a: string[], b: string[]): boolean {
  const keys = b.slice(0, KEYS_PER_TEXT)
  return a.slice(0, KEYS_PER_TEXT).some((print) => keys.includes(print))
}

function peopleFit(earlier: ThreadClue, later: ThreadClue): boolean {
  if (later.from === '' || earlier.from === '') return false
  if (later.from === earlier.from) return later.recipients.some((each) => earlier.recipients.includes(each))
  return (
    earlier.recipients.includes(later.from) ||
    (later.recipients.includes(earlier.from) && later.isReply) ||
    (later.isReply &&
      earlier.isReply &&
      later.recipients.some((each) => earlier.recipients.includes(each)) &&
      later.recipients.includes(earlier.from))
  )
}

const GENERIC = new Set(
  'hello hi hey fyi question questions meeting meetings update updates lunch dinner call phone call conference call info information thanks thank you help test request please read important urgent report reports status status report today tomorrow monday tuesday wednesday thursday friday saturday sunday reminder schedule agenda invoice invoices contract contracts draft document documents file files attachment attachments attached letter memo note notes message messages mail email e-mail news follow up followup follow-up confirmation re fw fwd none no subject (no subject) <no subject> untitled new address phone number your mail your email favor idea ideas comments comment feedback review travel vacation holiday weekend this weekend party plans proposal price prices quote order deal deals offer list lists hola gruß frage termin treffen anfrage rückfrage info rechnung bonjour réunion demande reunión consulta pregunta'
    .split(' ')
    .concat(
      'thank you',
      'conference call',
      'phone call',
      'status report',
      'follow up',
      'no subject',
      'your mail',
      'your email',
      'phone number',
      'this weekend',
      'please read',
      'test message',
      'quick question',
      'one more thing',
      'a question',
      'some questions',
      'staff meeting',
      'weekly report',
      'daily report',
      'weekly update',
      'daily update',
      'good news',
      'good morning',
      'happy birthday',
      'happy new year',
      'merry christmas',
      'out of office',
      'checking in',
      'touching base',
      'just checking',
      'follow-up',
    ),
)

/** A subject that two strangers don't hit upon: not generic, and two words or nine letters at least. */
function isTelling(base: string): boolean {
  if (base === '' || GENERIC.has(base)) return false
  const bare = base.replaceAll(/[^\p{L}\p{N} ]+/gu, '').trim()
  if (GENERIC.has(bare)) return false
  const words = bare.split(/\s+/).filter((word) => word.length > 1 && !/^\d+$/.test(word))
  return words.length >= 2 || (words[0] ?? '').length >= 9
}
