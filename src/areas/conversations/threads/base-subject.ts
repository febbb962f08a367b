export interface BaseSubject {
  /** Lower case, one space between words, no prefixes, tags or trailers; '' where nothing remains. */
  base: string
  isReply: boolean
  isForward: boolean
}

const REPLY =
  're|aw|antw|antwort|sv|vs|vá|rés?|ref|rv|res|odp|ynt|yan|hà|bls|atb|ymt|r|回复|回覆|答复|答覆|返信|ha|отв|на|réf|y/?cevap|cevap'
const FORWARD =
  'fwd?|fw|wg|tr|enc|rv|i|vb|vl|vs|pd|doorst|videresendt|vidarebefordrat|fs|転送|转发|轉寄|пересл|ilt|továbbítás|továbbított|přeposláno'
/** "Re:", "RE[2]:", "Re (2):", "AW :" and their likes in other tongues; full-width colons, too. */
const PREFIX = new RegExp(
  `^(?:(${REPLY})|(${FORWARD}))\\s*(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\)|\\^\\d{1,3}|\\*\\d{1,3})?\\s*[:：]\\s*`,
  'iu',
)
/** A list's tag or a mail filter's: "[R-pkg-devel] ". RFC 5256 calls it subj-blob. */
const TAG = /^\[[^[\]]{1,60}\]\s*/u
const TRAILER = /\s*\((?:fwd?|fw|forwarded|weitergeleitet|was:[^)]*|war:[^)]*)\)\s*$/iu
const WRAPPED = /^\[(?:fwd?|fw):\s*(.*)\]$/iu

/**
 * The base subject of RFC 5256, section 2.1, with the prefixes of other languages besides Re, Fw and Fwd:
 * blanks joined, "(fwd)" trailers, reply and forward prefixes, [list tags] and "[fwd: ...]" wrappers taken off until
 * none is left. A tag that is all there is stays (step 5 of the RFC). "RV" (Spanish) and "VS" (Finnish reply, Danish
 * forward) mean either: they count as replies.
 */
export function baseSubject(subject: string): BaseSubject {
  let base = subject.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().slice(0, 500)
  let isReply = false
  let isForward = false
  for (let rounds = 0; rounds < 40; rounds += 1) {
    const before = base
    const trailer = TRAILER.exec(base)
    if (trailer) {
      if (/^\s*\(f|^\s*\(wei/i.test(trailer[0])) isForward = true
      base = base.slice(0, trailer.index)
    }
    const tag = TAG.exec(base)
    if (tag && tag[0].length < base.length) base = base.slice(tag[0].length)
    const prefix = PREFIX.exec(base)
    if (prefix) {
      if (prefix[1] !== undefined) isReply = true
      else isForward = true
      base = base.slice(prefix[0].length)
    }
    const wrapped = WRAPPED.exec(base)
    if (wrapped) {
      isForward = true
      base = wrapped[1] ?? ''
    }
    base = base.trim()
    if (base === before) break
  }
  return { base: base.toLowerCase(), isReply, isForward }
}
