import type { TextLine } from './text-line.ts'

/** A run of lines that introduces another mail: an attribution, a separator or a block of its headers. */
export interface QuotedHeader {
  /** Line numbers, half-open. */
  from: number
  to: number
  /** An attribution ("On ... wrote:") may be answered between its quoted lines; below a block nothing is new. */
  kind: 'attribution' | 'block'
}

type Label = 'from' | 'sent' | 'to' | 'cc' | 'subject' | 'other'

const LABELS: Record<Exclude<Label, 'other'>, string> = {
  from: 'from|author|de|von|da|van|från|fra|od|от|від|expéditeur|lähettäjä|kimden|发件人|寄件者|差出人',
  sent: "sent|date|sent on|sent at|envoyé|date d'envoi|gesendet|datum|enviado(?: el)?|enviada(?: em)?|fecha|data|inviato|verzonden|skickat|sendt|dato|wysłano|päivä|lähetetty|дата|отправлено|надіслано|发送时间|日期|日時|送信日時",
  to: 'to|à|a|an|para|per|aan|till|til|do|komu|кому|vastaanottaja|kime|收件人|收件者|宛先',
  cc: 'cc|bcc|kopie|copie|copie à|copia|kopia|kopi|dw|копия|抄送|副本',
  subject:
    'subject|objet|sujet|betreff|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|aihe|тема|konu|主题|主旨|件名',
}
const OTHER =
  'importance|priority|attachments?|reply-to|antwort an|mailing[ -]list|message-id|mime-version|content-type|sensitivity|organization|x-[a-z-]+|list-[a-z-]+|return-path|sender|newsgroups'

const LABEL_OF = new Map<string, Label>()
for (const [label, words] of Object.entries(LABELS)) {
  for (const word of words.replaceAll(/\(\?:([^)]*)\)\?/g, '').split('|')) LABEL_OF.set(word, label as Label)
}
LABEL_OF.set('enviado el', 'sent').set('enviada em', 'sent')
const LABEL = new RegExp(
  `^[\\s*_:]{0,14}(${Object.values(LABELS).join('|')}|${OTHER})(?:[*_]{1,2})?\\s{0,3}[:：](?:[*_]{1,2})?(?:\\s|$|(?=\\S))`,
  'i',
)

const DATE_TIME =
  /\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+(?:at\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]\.?M\.?)?/i
/** "Rick Buy/ENRON@enronXgate 05/30/01 09:20 AM  To: ... cc: ... Subject: ...", all on one line. */
const ONE_LINE = /\d{1,2}\/\d{1,2}\/\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?\s*[AP]M\s+To:.*\bSubject:/i
const DATE_TIME_ALONE =
  /^\s*(?:on\s+)?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?|\d{1,2}:\d{2}(?::\d{2})?\s*[AP]M(?:\s+[A-Z]{3})?|[AP]M)\s*$/i

const SEPARATOR =
  /^\s*(?:[-_=*]{2,}|>{2,})\s*(?:original (?:message|appointment)|original e-?mail|forwarded (?:message|by|mail|e-?mail)|reply (?:message|above)|ursprüngliche nachricht|original-?nachricht|weitergeleitete nachricht|message d['’]origine|message original|message transféré|mensaje original|mensaje reenviado|mensagem original|mensagem encaminhada|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|originele bericht|doorgestuurd bericht|ursprungligt meddelande|originalmeddelande|opprinnelig melding|oprindelig meddelelse|original besked|wiadomość oryginalna|pierwotna wiadomość|alkuperäinen viesti|исходное сообщение|пересылаемое сообщение|původní zpráva|eredeti üzenet|orijinal mesaj|原始邮件|转发的邮件|原邮件|元のメッセージ|inline attachment follows|reply separator|message from\b)/iu
const BEGIN_FORWARD =
  /^\s*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:encaminhada|reenviada)|begin doorgestuurd bericht|vidarebefordrat brev|forwarded message)\s*[:：]?\s*$/iu
const RULE = /^\s*[_=-]{8,}\s*$/

const STARTER =
  /^\s*(?:[-_*]{1,4}\s*)?["“”'’]?(?:on|at|in|le|am|el|il|em|no dia|op|den|de|dne|pada|w dniu|dnia|на|у|в|vào|به|在|於|于|mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|sa|so|ср|пн|вт|чт|пт|сб|вс|понедельник|вторник|среда|среду|четверг|пятница|пятницу|суббота|субботу|воскресенье|\d)(?!\p{Script=Latin}|\p{Script=Cyrillic})/iu
const VERB =
  /(?:\bwrote|\bwrites|\bsaid|a écrit|a ecrit|\bschrieb|\bgeschrieben|escribi[óo]|\bha scritto|\bescreveu|\bschreef|\bskrev|\bnapisał|\bpisze|kirjoitti|\bnapsal|написа|пишет|пише|писал|writes|yazdı|写道|寫道|のメッセージ|đã viết|menulis)/iu
const OLD_GMAIL = /^\s*\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?\s.{0,120}<[^<>\s]+@[^<>\s]+>\s*[:：]?\s*$/u
/** "Thu, 26 Jun 2014 14:00:51 +0400 от Ann <a@x>:" and "26.06.2014, 14:41, "Ann" <a@x>:", which name no verb. */
const DATE_AND_ADDRESS = /\d.{0,60}\d{1,2}:\d{2}.{0,100}<[^<>]*@[^<>]*>\s*[:：][>\s]*$/u
const SHORT_WROTE =
  /^\s*(?!(?:i|we|you|he|she|they)\b).{1,80}\s(?:wrote|writes|schrieb|a écrit|escribió)\s*[:：]\s*$/iu
/** "Ann Ray <ann@x.org> schrieb am Fr., 28." / "Apr. 2017 um 11:53 Uhr:" */
const ADDRESS_VERB =
  /^\s*\p{L}.{1,80}<[^<>\s]+@[^<>\s]+>\s+(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|skrev)/iu
const SHORT_ADDRESS_WROTE =
  /(?:<[^<>]*@[^<>]*>|\([^()]*@[^()]*\)|\S+@\S+)\s+(?:wrote|writes|schrieb|a écrit)\b.{0,40}[:：]\s*$/iu

/** Finds every place where another mail begins, in whatever quotation depth, in order. */
export function quotedHeaders(lines: TextLine[]): QuotedHeader[] {
  const found: QuotedHeader[] = []
  let i = 0
  while (i < lines.length) {
    const header = headerAt(lines, i, found.at(-1)?.to ?? 0)
    if (header) {
      found.push(header)
      i = header.to
    } else i += 1
  }
  return found
}

function headerAt(lines: TextLine[], i: number, floor: number): QuotedHeader | null {
  const body = lines[i]?.body ?? ''
  if (body === '') return null
  return separatorAt(lines, i, body) ?? attributionAt(lines, i, body) ?? blockAt(lines, i, body, floor)
}

function separatorAt(lines: TextLine[], i: number, body: string): QuotedHeader | null {
  if (body.length > 200) return null
  if (SEPARATOR.test(body)) {
    let to = i + 1
    // "---- Forwarded by X/HOU/ECT on 06/28/2000 03:01\nPM -----" folds: it goes on until its closing dashes.
    if (/forwarded by|message from/i.test(body) && !/-{4,}\s*$/.test(body)) {
      while (to < lines.length && to < i + 4) {
        const next = lines[to]?.body ?? ''
        if (next.trim() === '') break
        to += 1
        if (/-{4,}\s*$/.test(next)) break
      }
    }
    return { from: i, to, kind: 'block' }
  }
  if (BEGIN_FORWARD.test(body)) return { from: i, to: i + 1, kind: 'block' }
  if (RULE.test(body)) {
    const next = nextFull(lines, i + 1)
    const block = next < i + 4 ? blockAt(lines, next, lines[next]?.body ?? '', next) : null
    if (block && LABEL.exec(lines[next]?.body ?? '')) return { from: i, to: block.to, kind: 'block' }
  }
  return null
}

function attributionAt(lines: TextLine[], i: number, body: string): QuotedHeader | null {
  const colon = /[:：]\s*$/.test(body)
  if (OLD_GMAIL.test(body)) return { from: i, to: i + 1, kind: 'attribution' }
  if (STARTER.test(body)) {
    const depth = lines[i]?.depth ?? 0
    let joined = body
    for (let to = i + 1; to <= i + 4; to += 1) {
      if (joined.length < 400 && introduces(joined)) return { from: i, to, kind: 'attribution' }
      const next = lines[to]
      // A fold may lose its quote marks, all but the outermost.
      if (!next || next.body.trim() === '' || (Math.abs(next.depth - depth) > 1 && !isFold(next.body))) break
      joined = `${joined} ${next.body}`
    }
  }
  if (ADDRESS_VERB.test(body)) {
    const next = lines[i + 1]?.body ?? ''
    if (colon) return { from: i, to: i + 1, kind: 'attribution' }
    if (/\d.{0,30}:\s*$/.test(next) && next.length < 50) return { from: i, to: i + 2, kind: 'attribution' }
  }
  if (colon && (SHORT_WROTE.test(body) || SHORT_ADDRESS_WROTE.test(body))) {
    const next = lines[nextFull(lines, i + 1)]
    if (next && next.depth > (lines[i]?.depth ?? 0)) return { from: i, to: i + 1, kind: 'attribution' }
  }
  return null
}

/** A whole attribution: it ends with a colon, has a number in it, and a verb of writing or date and address. */
function introduces(joined: string): boolean {
  if (!/(?:[:：]|wrote\s*-{2,})[>\s]*$/.test(joined) || !/\d/.test(joined)) return false
  return VERB.test(joined.slice(-200)) || DATE_AND_ADDRESS.test(joined)
}

function isFold(body: string): boolean {
  return VERB.test(body) || /^\s*<?[\w.+-]+@[\w.-]+>?/.test(body)
}

/** A block of at least two header lines of another mail, with what Lotus Notes sets above it. */
function blockAt(lines: TextLine[], i: number, body: string, floor: number): QuotedHeader | null {
  if (ONE_LINE.test(body)) return { from: i, to: i + 1, kind: 'block' }
  const first = labelOf(body)
  if (first === null || first === 'other' || first === 'subject') return null
  const seen = new Set<Label>()
  let last: Label = first
  let end = i
  let j = i
  while (j < lines.length && j < i + 400) {
    const text = lines[j]?.body ?? ''
    if (text.trim() === '') {
      const next = nextFull(lines, j)
      const label = labelOf(lines[next]?.body ?? '')
      if (next - j > 4 || label === null || label === 'other' || seen.has(label) || seen.has('subject')) break
      j = next
      continue
    }
    const label = labelOf(text)
    if (label !== null) {
      if (label !== 'cc' && label !== 'other' && seen.has(label)) break
      seen.add(label)
      last = label
    } else if (!isContinuation(lines, j, last)) break
    j += 1
    end = j
  }
  const complete =
    (seen.has('from') && (seen.has('sent') || seen.has('to') || seen.has('subject'))) ||
    (seen.has('to') && seen.has('subject')) ||
    (seen.has('sent') && seen.has('subject'))
  if (!complete) return null
  const from = seen.has('from') ? aboveFrom(lines, i, floor) : aboveNotes(lines, i, floor)
  return { from, to: end, kind: 'block' }
}

function isContinuation(lines: TextLine[], j: number, last: Label): boolean {
  const text = lines[j]?.body ?? ''
  const before = lines[j - 1]?.body ?? ''
  // "From: ... On Behalf Of John" / "Hall": whatever is folded before the next header line belongs to the block.
  if (last !== 'subject' && text.length < 90 && labelOf(lines[j + 1]?.body ?? '') !== null) return true
  if (last === 'to' || last === 'cc') {
    if (/[,;]\s*$/.test(before) || /[\w.]@[\w-]|@(?:ECT|ENRON)\b|\/(?:HOU|NA|LON|Corp)\b/i.test(text))
      return true
    return /^\s/.test(text) || (before.length > 60 && text.length < 60 && !/[.!?]\s*$/.test(text))
  }
  if (last === 'subject')
    return before.length > 66 && text.length < 60 && (lines[j + 1]?.body ?? '').trim() === ''
  return /^\s+\S/.test(text) || DATE_TIME_ALONE.test(text) || (last === 'from' && DATE_TIME.test(text))
}

/** Notes sets "Name@ECT" and "01/02/2001 09:10 AM" (or both on one line) above "To:". */
function aboveNotes(lines: TextLine[], i: number, floor: number): number {
  let at = i
  let dated = false
  for (let k = i - 1; k >= floor && k >= i - 6; k -= 1) {
    const text = lines[k]?.body ?? ''
    if (text.trim() === '') {
      if (dated || at - k > 2) break
      continue
    }
    if (!dated) {
      if (!DATE_TIME.test(text) && !DATE_TIME_ALONE.test(text)) {
        if (!/^\s*(?:please respond to|sent by:)/i.test(text)) break
        at = k
        continue
      }
      if (text.length > 160) break
      at = k
      dated = true
      // With a name on the same line ("Ann Ray on 07/26/2000 05:20:00 PM") nothing above it belongs here.
      if (!DATE_TIME_ALONE.test(text)) break
      continue
    }
    if (!isNotesName(text) && !/^\s*sent by:/i.test(text)) break
    at = k
  }
  return at
}

function aboveFrom(lines: TextLine[], i: number, floor: number): number {
  let at = i
  for (let k = i - 1; k >= floor && k >= i - 4; k -= 1) {
    const text = lines[k]?.body ?? ''
    if (text.trim() === '') continue
    if (!/^[\t ]{2,}\S.{0,50}$/.test(text) && !/^\s*\S.{0,40}(?:Corp\.?|Inc\.?|Ltd\.?)\s*$/.test(text)) break
    at = k
  }
  return at
}

function isNotesName(text: string): boolean {
  if (text.length > 90) return false
  return /@|\//.test(text) || /^\s*(?:"?[\p{Lu}(][\p{L}.'’()-]*,?"?\s*){1,5}(?:<.*)?$/u.test(text)
}

function labelOf(body: string): Label | null {
  const colon = body.indexOf(':')
  if ((colon < 0 || colon > 40) && !body.includes('：')) return null
  const match = LABEL.exec(body)
  if (!match) return null
  return LABEL_OF.get((match[1] ?? '').toLowerCase()) ?? 'other'
}

function nextFull(lines: TextLine[], from: number): number {
  let at = from
  while (at < lines.length && (lines[at]?.body ?? '').trim() === '') at += 1
  return at
}
