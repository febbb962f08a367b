import type { TextLine } from './text-line.ts'

/** Where a part of a mail takes leave: line numbers, null where it has no such thing. */
export interface SignOff {
  /** The first line of the leave-taking: the closing ("Thanks,"), or the signature itself where there is no closing. */
  from: number | null
  /** The first line after the closing: the name, where there is one. Null where no closing stands. */
  afterClosing: number | null
  /** The first line after closing and name, where phone numbers, addresses and the like begin. */
  block: number | null
}

const CLOSING =
  /^\s*(?:[-*_~]{1,3}\s*)?(?:(?:many|much|with|kind|kindest|best|warm|warmest|all|very|yours|sincerely|most|my|again|best of|and|in advance|a lot|so much)\s+){0,4}(?:thanks?|thank you|thank-you|thx|tks|ty|tia|regards|rgds|brgds|cheers|sincerely|sincerely yours|respectfully|respectfully yours|cordially|best|best wishes|all the best|warmly|yours|yours truly|yours faithfully|truly|faithfully|take care|love|hugs|xoxo|ciao|later|adios|salud|mfg|lg|vg|viele grüße|liebe grüße|(?:mit )?(?:freundlichen|besten|lieben|herzlichen) grüßen|(?:beste|schöne|freundliche|herzliche|liebe) grüße|gruß|grüße|danke|vielen dank|cordialement|bien cordialement|bien à vous|merci|merci d'avance|amicalement|saludos|un saludo|saludos cordiales|gracias|muchas gracias|atentamente|abrazos|obrigad[oa]|atenciosamente|abraços|saluti|cordiali saluti|distinti saluti|grazie|groeten|met vriendelijke groet(?:en)?|mvg|vriendelijke groeten|med vänlig hälsning|vänliga hälsningar|mvh|hälsningar|tack|med vennlig hilsen|hilsen|venlig hilsen|takk|tak|pozdrawiam|z poważaniem|dziękuję|с уважением|спасибо|terveisin|kiitos)(?:\s+(?:again|so much|very much|a lot|a million|in advance|for (?:your|the|all)(?:\s+[\w'-]+){1,6}|all|everyone|guys|to all|you|yours|wishes|regards|and regards|and best regards|& regards|and best wishes))*\s*[,.!:;~-]{0,4}\s*$/iu
/** A closing with the name on its line: "Thanks. BT", "Regards, Anne". */
const CLOSING_NAMED =
  /^\s*(?:many\s+|best\s+|kind\s+|warm\s+)?(?:thanks?|thank you|thx|regards|rgds|cheers|best|sincerely|mfg|lg|gruß|cordialement|saludos)(?: again| so much)?\s*[,.!;-]+\s*[-–]*\s*\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,2}\s*\.?\s*$/iu
const DASHES = /^--\s?$|^[-_=*~]{2,}\s*$|^—\s*$/
const SENT_FROM =
  /^\s*[-*_]*\s*(?:sent (?:from|via|with|using|on) (?:my|the|a|an|outlook|mail|yahoo|gmail|samsung|iphone|ipad|proton|blackberry|mailbird|spark|superhuman|airmail|sparrow|mobile|nylas|\w+ for)\b|get outlook for|von meinem .{2,30} gesendet|diese nachricht wurde von meinem|from my (?:iphone|ipad|mobile|phone|android)\b|gesendet (?:von|mit)|envoyé (?:de|depuis) mon|enviado (?:desde|do|de) (?:mi|meu)|inviato da(?:l mio)?\s|verzonden vanaf|skickat från min|sendt fra min|wysłane z|lähetetty |отправлено (?:с|из) |iphoneから送信|从我的 ?\S+ ?发送|发自我的|do you yahoo!?\?|get your free|join the world['’]s|msn photos|chat with friends online|get more from the web|express yourself instantly|protect your pc)/iu
const DISCLAIMER =
  /\b(?:this (?:e-?mail|message|communication|transmission|electronic)[^.]{0,80}(?:confidential|privileged|intended|property of|may contain)|information (?:contained |transmitted )?in this (?:e-?mail|message|communication)|intended (?:solely|only) for|if you (?:are not|have received|received) (?:the (?:intended|named)|this (?:e-?mail|message|transmission|communication))|confidentiality note|confidentiality notice|legal disclaimer|diese e-?mail enthält|ce message (?:et|est))/i
const FOOTER =
  /^\s*(?:[-_=*]{3,}\s*)?(?:to unsubscribe|to subscribe|unsubscribe|this sf\.net email|sponsored by|_{10,}$|yahoo! groups|your use of yahoo! groups|irish linux users|for additional commands|.{0,40}mailing list$|https?:\/\/\S*(?:listinfo|mailman)\S*\s*$)/i
const PHONE =
  /(?:\+?\(?\d{1,4}\)?[\s./-]{1,3}){1,4}\d{3,4}\b|\b[xX]\s?-?\d[\d-]{2,6}\b|\b(?:ext|extension)\.?\s*\d{2,6}/i
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+|\bhttps?:\/\/\S+|\bwww\.\S+|<mailto:/i
const TITLE =
  /\b(?:director|manager|president|officer|attorney|counsel|engineer|analyst|consultant|assistant|coordinator|specialist|secretary|administrator|associate|partner|professor|developer|department|group|inc|corp|corporation|llc|llp|ltd|gmbh|company|services|university|institute|street|suite|avenue|ave|blvd|road|drive|floor|p\.?o\.? box|phone|tel|fax|cell|mobile|pager|office|home|work|desk|ceo|cfo|cto|vp|texas|tx|houston|ca|ny)\b/i
const NAME_WORD = /^[-–~"'(]*(?:\p{Lu}[\p{L}'’.-]*|\p{Lu}\.?|de|van|von|der|la|le|du|bin|al)[,)"'.!]*$/u
const NO_NAME =
  /\b(?:happy|merry|new year|hope|see|talk|let|please|have|good|great|ok|okay|yes|no|any|love you|attachment|attached|document|regards|fyi|note|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december)\b/i
const SENTENCE_END = /[.!?:)"'”]\s*$/

/**
 * Finds where a part of a mail takes leave, reading upwards from its end.
 * The convention is that of the mailgun "forge" marks: a closing line belongs to what follows it. `sender` is the
 * writer's display name or address, where known: a short last line is only taken for a name by itself when it is
 * the sender's or stands apart.
 */
export function signOff(lines: TextLine[], from: number, to: number, sender = ''): SignOff {
  const full: number[] = []
  for (let i = from; i < to; i += 1) if ((lines[i]?.body ?? '').trim() !== '') full.push(i)
  const text = (n: number) => lines[full[n] ?? -1]?.body ?? ''
  let bottom = full.length
  let cut: number | null = null
  // "-- " on a line of its own is the Usenet convention (RFC 3676, 4.3): all below it is signature.
  for (let n = Math.max(0, full.length - 24); n < full.length; n += 1) {
    if (/^--\s?$/.test(text(n)) || (SENT_FROM.test(text(n)) && text(n).length < 90 && n >= full.length - 6)) {
      cut = n
      break
    }
    if (FOOTER.test(text(n)) && full.length - n <= 12) {
      cut = n
      break
    }
    if (DISCLAIMER.test(text(n)) && n > 0) {
      cut = paragraphStart(lines, full, n)
      break
    }
  }
  if (cut !== null) bottom = cut
  const own = namesOf(sender)
  const floor = Math.max(0, bottom - 14)
  let run = bottom
  while (run > floor && isSignLike(text(run - 1), own)) run -= 1
  let begin: number | null = null
  let name: number | null = null
  for (let n = run; n < bottom && begin === null; n += 1) {
    if (n === 0 && !CLOSING.test(text(n))) continue
    if (beginsSignature(n)) begin = n
  }
  if (begin !== null) {
    name = begin
    if (CLOSING.test(text(name))) name += 1
    if (name < bottom && isName(text(name))) name += 1
    else if (CLOSING_NAMED.test(text(begin))) name = begin + 1
  }
  const start = begin ?? cut
  function beginsSignature(n: number): boolean {
    const line = text(n)
    const left = bottom - n
    // A thanks without a name below it is what was written.
    if (CLOSING.test(line)) return left > 1
    if (CLOSING_NAMED.test(line)) return true
    if (DASHES.test(line)) return left <= 9
    if (isOwn(line, own)) return line.length < 60
    if (n > 0 && /:\s*$/.test(text(n - 1))) return false
    const apart = isApart(lines, full, n)
    const reach = n + 1 < bottom && (PHONE.test(text(n + 1)) || EMAIL.test(text(n + 1)))
    if (isName(line)) {
      if (!apart || left > 8) return false
      // "Bert" under a mail from "Meyers", "Tom" under one from "Thomas Rosendahl": with his full name known it must fit.
      return own.length < 2 || reach || left > 1 || isNickname(line, own)
    }
    return apart && reach && TITLE.test(line)
  }
  return {
    from: start === null ? null : (full[start] ?? null),
    afterClosing: begin !== null && CLOSING.test(text(begin)) ? (full[begin + 1] ?? null) : null,
    block: begin === null ? (cut === null ? null : (full[cut] ?? null)) : (full[name ?? 0] ?? null),
  }
}

/** Words of a display name or address that its owner may sign with, lower case, nicknames by their first letters. */
export function namesOf(sender: string): string[] {
  const bare = sender.replaceAll(/<?[\w.+-]+@[\w.-]+>?/g, (address) => ` ${address.split('@')[0] ?? ''} `)
  return [
    ...new Set(
      bare
        .toLowerCase()
        .split(/[^\p{L}'’]+/u)
        .filter((word) => word.length > 1),
    ),
  ]
}

function isOwn(line: string, own: string[]): boolean {
  if (own.length === 0 || line.length > 80) return false
  const words = line
    .toLowerCase()
    .split(/[^\p{L}'’]+/u)
    .filter(Boolean)
  if (words.length === 0 || words.length > 8) return false
  const first = words[0] ?? ''
  if (own.some((name) => name === first || (first.length > 2 && name.startsWith(first)))) return true
  const initials = own.map((name) => name[0]).join('')
  // Initials with a number behind them ("BT 3-1587"); bare ones stay in the text, as in the marks.
  return (
    /\d/.test(line) &&
    words.length === 1 &&
    first.length >= 2 &&
    first.length <= 3 &&
    [...first].every((c) => initials.includes(c))
  )
}

function isNickname(line: string, own: string[]): boolean {
  const word = line.trim().toLowerCase()
  return /^\p{L}{3,9}\.?$/u.test(word) && own.some((name) => name[0] === word[0])
}

function isName(line: string): boolean {
  const trimmed = line.trim()
  if (trimmed.length > 44 || trimmed.length < 2 || /[?:;]|\d/.test(trimmed)) return false
  const words = trimmed.split(/\s+/)
  return words.length <= 4 && words.every((word) => NAME_WORD.test(word)) && !NO_NAME.test(trimmed)
}

function isSignLike(line: string, own: string[]): boolean {
  const size = line.trim().length
  if (size > 100) return false
  if (CLOSING.test(line) || CLOSING_NAMED.test(line) || DASHES.test(line) || isName(line)) return true
  if (/\?\s*$/.test(line)) return false
  const words = line.trim().split(/\s+/).length
  if (PHONE.test(line) || EMAIL.test(line)) return words <= 10 || isOwn(line, own)
  if (TITLE.test(line))
    return words <= 8 && !/[.!]\s*$/.test(line.replace(/\b(?:inc|corp|ltd|co|llc)\.\s*$/i, ''))
  if (isOwn(line, own) && words <= 5) return true
  return words <= 5 && /^[\s\p{Lu}\d(<["'*#-]/u.test(line) && !SENTENCE_END.test(line)
}

/** A blank line stands above it, or the sentence above it has ended. */
function isApart(lines: TextLine[], full: number[], n: number): boolean {
  const at = full[n] ?? 0
  const above = full[n - 1] ?? 0
  return at - above > 1 || /[.!?]\s*$/.test(lines[above]?.body ?? '')
}

function paragraphStart(lines: TextLine[], full: number[], n: number): number {
  let at = n
  while (at > 0 && n - at < 4 && (full[at] ?? 0) - (full[at - 1] ?? 0) === 1) {
    const above = lines[full[at - 1] ?? 0]?.body ?? ''
    if (!/^[\s*_=-]*$|confidential|notice|disclaimer/i.test(above)) break
    at -= 1
  }
  return at
}
