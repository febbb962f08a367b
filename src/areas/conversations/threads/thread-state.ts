import type { Ask, MailKind } from '../judging/judgement-shape.ts'
import { asksMe } from './asks-me.ts'
import { isThanks } from './is-thanks.ts'

/** A mail of a thread, as its state needs it. Addresses are lower case. */
export interface ThreadMail {
  id: string
  at: Date
  /** `mine`: from me or an assistant who writes for me. */
  from: { address: string; mine: boolean; colleague: boolean }
  to: string[]
  cc: string[]
  kind: MailKind
  asks: Ask[]
  /** Lower-case names in its salutation. */
  namesAddressed: string[]
  newText: string
  words: number
  /** False for a bounce that only reports a delay or a delivery; a bounce without it failed. */
  deliveryFailed?: boolean
}

/** Who I am in a thread. */
export interface Me {
  /** Mine, and those of assistants who write for me. */
  addresses: string[]
  /** Of these, the ones that a mail must be sent to, to be sent to me; all of them where absent. */
  self?: string[]
  /** Given and family names, lower case. */
  names: string[]
}

export type ThreadStateName = 'owed-by-me' | 'waiting-for-them' | 'closed' | 'needs-no-reply'

export type ThreadRule =
  | 'asked-me'
  | 'i-asked'
  | 'bounced'
  | 'lapsed'
  | 'lapsed-waiting'
  | 'i-answered'
  | 'they-answered'
  | 'colleague-answered'
  | 'thanks'
  | 'asked-many'
  | 'asked-others'
  | 'fyi'
  | 'i-wrote-last'
  | 'i-asked-many'
  | 'no-human-mail'
  /** Set by a member's own hand, never by `threadState`. */
  | 'decided'

export interface ThreadState {
  state: ThreadStateName
  rule: ThreadRule
  /** One plain line, a fact, 90 characters at most. */
  because: string
  /** When the open ask was sent; null where nothing is open. */
  since: Date | null
  messageId: string | null
  personAddress: string | null
  /** The asking sentence and where it stands in its mail's new text. */
  quote: string | null
  quoteStart: number | null
  quoteEnd: number | null
}

/** An ask older than this is owed by nobody any more, either way. */
export const ASK_LAPSES_AFTER_DAYS = 30
/** Asking more people than this at once waits for none of them. */
export const MOST_ASKED = 5

const DAY = 86_400_000

/**
 * Whose turn it is in a thread at a moment, by stated rules. Only mails up to `at` are looked at, and only human ones
 * write or answer: an auto-reply never counts as an answer. The first row that holds decides.
 *
 * | holds                                                                            | state            | rule               |
 * |----------------------------------------------------------------------------------|------------------|--------------------|
 * | the last word is a failed delivery of my last mail                               | closed           | bounced            |
 * | another's mail asks me alone (asks-me.ts), is at most 30 days old, and neither I |                  |                    |
 * | nor an assistant of mine wrote to them after it, nor, for someone outside, a     |                  |                    |
 * | colleague; they did not close it themselves with a thanks. The oldest counts     | owed-by-me       | asked-me           |
 * | my last mail asks at most 5 recipients, is at most 30 days old, none answered    | waiting-for-them | i-asked            |
 * | as the second row, but older                                                     | closed           | lapsed             |
 * | as the third row, but older                                                      | closed           | lapsed-waiting     |
 * | no human mail                                                                    | needs-no-reply   | no-human-mail      |
 * | the last is mine, and another's ask stood before it                              | closed           | i-answered         |
 * | the last is mine and asks more than 5                                            | needs-no-reply   | i-asked-many       |
 * | the last is mine                                                                 | needs-no-reply   | i-wrote-last       |
 * | the last is a short thanks without an ask                                        | needs-no-reply   | thanks             |
 * | the last is a colleague's to someone outside who had asked me                    | closed           | colleague-answered |
 * | the last answers my ask                                                          | closed           | they-answered      |
 * | the last asks, but more than 10 people and not me by name                        | needs-no-reply   | asked-many         |
 * | the last asks, but others                                                        | needs-no-reply   | asked-others       |
 * | else: it tells me something                                                      | needs-no-reply   | fyi                |
 */
export function threadState(mails: readonly ThreadMail[], me: Me, at: Date): ThreadState {
  const seen = mails
    .filter((mail) => mail.at.getTime() <= at.getTime())
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const human = seen.filter((mail) => mail.kind === 'human')
  const myLast = human.findLast((mail) => mail.from.mine)
  const bounce = bounceAfter(seen, myLast)
  if (bounce && human.at(-1) === myLast)
    return closed('bounced', `Your mail of ${day(myLast?.at ?? bounce.at)} could not be delivered`)
  const owed = human.filter((mail) => isOpenAsk(mail, human, me))
  const waiting = myLast && isWaiting(myLast, human, me) ? myLast : undefined
  const oldest = owed.find((mail) => isFresh(mail, at))
  if (oldest)
    return open(
      'owed-by-me',
      'asked-me',
      oldest,
      oldest.from.address,
      `asked you on ${day(oldest.at)}, no answer since`,
    )
  if (waiting && isFresh(waiting, at)) {
    const person = othersOf(waiting, me)[0] ?? ''
    return open(
      'waiting-for-them',
      'i-asked',
      waiting,
      person,
      `was asked by you on ${day(waiting.at)}, no answer since`,
    )
  }
  const lapsed = owed.at(-1)
  if (lapsed)
    return closed('lapsed', `${short(lapsed.from.address)} asked on ${day(lapsed.at)}, over 30 days ago`)
  if (waiting) return closed('lapsed-waiting', `You asked on ${day(waiting.at)}, over 30 days ago`)
  return settled(human, me)
}

/** The state of a thread in which nothing is open. */
function settled(human: ThreadMail[], me: Me): ThreadState {
  const last = human.at(-1)
  if (!last) return quiet('no-human-mail', 'No person wrote in this thread')
  const before = human.slice(0, -1)
  const who = short(last.from.address)
  const on = day(last.at)
  if (last.from.mine) {
    if (before.some((mail) => !mail.from.mine && mail.asks.length > 0 && asksMe(mail, me)))
      return closed('i-answered', `You answered on ${on}`)
    if (last.asks.length > 0 && othersOf(last, me).length > MOST_ASKED)
      return quiet('i-asked-many', `You asked ${othersOf(last, me).length} people at once on ${on}`)
    return quiet('i-wrote-last', `You wrote last, on ${on}, and asked nothing`)
  }
  if (last.asks.length === 0) {
    if (isThanks(last.newText, last.words)) return quiet('thanks', `${who} closed with thanks on ${on}`)
    const outsider = before.findLast(
      (mail) => !mail.from.mine && !mail.from.colleague && mail.asks.length > 0,
    )
    if (last.from.colleague && outsider && asksMe(outsider, me) && reaches(last, outsider.from.address))
      return closed('colleague-answered', `${who} answered for you on ${on}`)
    const mine = before.findLast((mail) => mail.from.mine)
    if (mine && mine.asks.length > 0 && othersOf(mine, me).includes(last.from.address))
      return closed('they-answered', `${who} answered on ${on}`)
    return quiet('fyi', `${who} wrote on ${on} and asked nothing`)
  }
  if (last.to.length + last.cc.length > 10)
    return quiet('asked-many', `${who} asked many people at once on ${on}`)
  return quiet('asked-others', `${who} asked on ${on}, but not you alone`)
}

/** Another's mail that asks me and that nobody has answered or settled since. */
function isOpenAsk(mail: ThreadMail, human: ThreadMail[], me: Me): boolean {
  if (mail.from.mine || mail.asks.length === 0 || !asksMe(mail, me)) return false
  return !human.some((later) => {
    if (later.at.getTime() < mail.at.getTime() || later === mail || later.id === mail.id) return false
    if (later.from.mine) return reaches(later, mail.from.address)
    if (later.from.address === mail.from.address)
      return later.asks.length === 0 && isThanks(later.newText, later.words)
    // Inside the firm a colleague's word to the asker is no answer of mine; to someone outside it is ours.
    return later.from.colleague && !mail.from.colleague && reaches(later, mail.from.address)
  })
}

function isWaiting(mail: ThreadMail, human: ThreadMail[], me: Me): boolean {
  const asked = othersOf(mail, me)
  if (mail.asks.length === 0 || asked.length === 0 || asked.length > MOST_ASKED) return false
  return !human.some((later) => later.at.getTime() >= mail.at.getTime() && asked.includes(later.from.address))
}

/** It went to that address; a mail whose recipients are unknown is taken to have reached it. */
function reaches(mail: ThreadMail, address: string): boolean {
  return mail.to.includes(address) || mail.cc.includes(address) || mail.to.length + mail.cc.length === 0
}

/** Whom my mail asks: its To without me and mine; its Cc where that leaves nobody. */
function othersOf(mail: ThreadMail, me: Me): string[] {
  const others = (list: string[]) => [...new Set(list)].filter((each) => !me.addresses.includes(each))
  const to = others(mail.to)
  return to.length > 0 ? to : others(mail.cc)
}

function bounceAfter(seen: ThreadMail[], mine: ThreadMail | undefined): ThreadMail | undefined {
  return seen.findLast(
    (mail) =>
      mail.kind === 'bounce' &&
      mail.deliveryFailed !== false &&
      (!mine || mail.at.getTime() >= mine.at.getTime()),
  )
}

function isFresh(mail: ThreadMail, at: Date): boolean {
  return at.getTime() - mail.at.getTime() <= ASK_LAPSES_AFTER_DAYS * DAY
}

function open(
  state: 'owed-by-me' | 'waiting-for-them',
  rule: ThreadRule,
  mail: ThreadMail,
  person: string,
  what: string,
): ThreadState {
  // Of several asks the last question is most often the point of the mail; the first may only lead up to it.
  const ask = mail.asks.findLast((each) => each.text.trimEnd().endsWith('?')) ?? mail.asks.at(-1)
  return {
    state,
    rule,
    because: `${short(person)} ${what}`,
    since: mail.at,
    messageId: mail.id,
    personAddress: person === '' ? null : person,
    quote: ask?.text ?? null,
    quoteStart: ask?.start ?? null,
    quoteEnd: ask?.end ?? null,
  }
}

const NOTHING_OPEN = {
  since: null,
  messageId: null,
  personAddress: null,
  quote: null,
  quoteStart: null,
  quoteEnd: null,
}

function closed(rule: ThreadRule, because: string): ThreadState {
  return { state: 'closed', rule, because, ...NOTHING_OPEN }
}

function quiet(rule: ThreadRule, because: string): ThreadState {
  return { state: 'needs-no-reply', rule, because, ...NOTHING_OPEN }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function day(at: Date): string {
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`
}

/** An address that fits into a line of 90 characters. */
function short(address: string): string {
  if (address === '') return 'Someone'
  return address.length > 40 ? `${address.slice(0, 39)}…` : address
}
