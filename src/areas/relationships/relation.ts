/** Whose mail it is. Only buyers, customers and partners enter Today, the 150 and the score. */
export type Relation = 'buyer' | 'customer' | 'partner' | 'colleague' | 'pitch' | 'private' | 'unsorted'

export const RELATIONS: readonly Relation[] = [
  'buyer',
  'customer',
  'partner',
  'colleague',
  'pitch',
  'private',
  'unsorted',
]

/** True for the relations whose mail enters Today, the 150 and the score. */
export const counts = (relation: Relation): boolean =>
  relation === 'buyer' || relation === 'customer' || relation === 'partner'

/** The mail between us and a person, summed over all members, as far as it speaks of a relation. */
export interface MailEvidence {
  /** They wrote the very first mail. */
  theyBegan: boolean
  myMailsToThem: number
  theirMailsToMe: number
  /** Of these, the ones addressed to one of us: a post on a list that one reads is none, and asks nobody for an answer. */
  theirMailsAddressedToMe: number
  /** Mails answered by the other side in their thread (Standing.exchanges). */
  exchanges: number
  /** On how many different days that happened. */
  exchangeDays: number
  /** Their first mails sell (looksLikePitch). */
  looksLikePitch: boolean
}

export interface RelationEvidence {
  domainIsOwn: boolean
  /** Set by a member, for the person or for the whole domain; null where nobody has. */
  choiceForPerson: Relation | null
  choiceForDomain: Relation | null
  hasWonDeal: boolean
  hasDeal: boolean
  meetingBooked: boolean
  mail: MailEvidence
}

/** Which rule decided; a screen may name it, a test may rely on it. */
export type RelationRule =
  | 'choice-person'
  | 'choice-domain'
  | 'own-domain'
  | 'won-deal'
  | 'deal'
  | 'meeting'
  | 'kept-exchange'
  | 'sells'
  | 'never-answered'
  | 'unsorted'

export interface RelationSaid {
  relation: Relation
  rule: RelationRule
  /** One line that states the fact, lower case at its start, at most 90 characters. */
  because: string
}

/** Mail after mail from somebody whom we never answered: from the third on it is a pitch whatever it says. */
const NEVER_ANSWERED_MAILS = 3

/**
 * An exchange that was kept up: mails both ways, and at least two of them answered, on at least two different days.
 * One question and its answer is a courtesy; coming back on another day is a choice.
 */
export const isKeptExchange = (mail: MailEvidence): boolean =>
  mail.myMailsToThem > 0 && mail.theirMailsToMe > 0 && mail.exchanges >= 2 && mail.exchangeDays >= 2

/**
 * The relation to a person, by the first rule that holds: a member's choice for the person, then for the domain; our
 * own domain; a won deal; a deal; a booked meeting; a kept exchange; wrote first, never answered, and sells or keeps
 * writing; else unsorted. Free mail needs no rule of its own: without a kept exchange it stays unsorted.
 */
export function relationOf(evidence: RelationEvidence): RelationSaid {
  const { choiceForPerson, choiceForDomain, mail } = evidence
  const said = (relation: Relation, rule: RelationRule, because: string): RelationSaid => ({
    relation,
    rule,
    because,
  })
  if (choiceForPerson) return said(choiceForPerson, 'choice-person', 'chosen for this person')
  if (choiceForDomain) return said(choiceForDomain, 'choice-domain', 'chosen for everyone at this domain')
  if (evidence.domainIsOwn) return said('colleague', 'own-domain', 'writes from our own domain')
  if (evidence.hasWonDeal) return said('customer', 'won-deal', 'a deal with them was won')
  if (evidence.hasDeal) return said('buyer', 'deal', 'is part of a deal')
  if (evidence.meetingBooked) return said('buyer', 'meeting', 'a meeting with them was booked')
  if (isKeptExchange(mail)) {
    return said(
      'buyer',
      'kept-exchange',
      `${mail.exchanges} mails answered, on ${mail.exchangeDays} different days`,
    )
  }
  const isUnanswered = mail.theyBegan && mail.theirMailsToMe > 0 && mail.myMailsToThem === 0
  if (isUnanswered && mail.looksLikePitch)
    return said('pitch', 'sells', 'wrote first, sells, and was never answered')
  if (isUnanswered && mail.theirMailsAddressedToMe >= NEVER_ANSWERED_MAILS) {
    return said(
      'pitch',
      'never-answered',
      `wrote first, ${mail.theirMailsAddressedToMe} times, and was never answered`,
    )
  }
  if (mail.theirMailsToMe === 0) return said('unsorted', 'unsorted', 'has not written to us')
  if (isUnanswered) return said('unsorted', 'unsorted', 'wrote first, and has no answer yet')
  return said('unsorted', 'unsorted', 'no exchange was kept up over two days yet')
}
