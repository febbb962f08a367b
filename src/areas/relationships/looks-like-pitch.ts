/** A run of their words that sells. Offsets are UTF-16, half-open, into the subject or the new text. */
export interface PitchSign {
  where: 'subject' | 'text'
  start: number
  end: number
  text: string
  says: string
  points: 1 | 2
}

export interface PitchSaid {
  pitch: boolean
  signs: PitchSign[]
  /** One line, lower case at its start: "book a demo": offers a demonstration. */
  because: string
}

/**
 * Phrases of people who sell or recruit unasked. Two points for what hardly anyone else writes, one for what a buyer may
 * write as well. Made by hand from what such mails have in common; English, with the commonest German ones.
 */
const PHRASES: readonly { points: 1 | 2; says: string; words: RegExp }[] = [
  {
    points: 2,
    says: 'offers a demonstration',
    words: /\b(book|schedule|request|see|get|watch) (a|your|our) (free |quick |short |live )?demo\b/,
  },
  {
    points: 2,
    says: 'found you in a directory',
    words:
      /\b(came|stumbled|ran) (across|upon|over) your (profile|website|web site|site|company|linkedin|page|business|resume|cv)\b/,
  },
  {
    points: 2,
    says: 'can be unsubscribed from',
    words: /\b(unsubscribe|opt[- ]out|remove you from (my|our|this) list|stop receiving (these|this))\b/,
  },
  {
    points: 2,
    says: 'wants a guest post or a link',
    words:
      /\b(guest post|guest article|sponsored (post|article)|backlinks?|link (exchange|insertion|building)|do-?follow)\b/,
  },
  {
    points: 2,
    says: 'sells search ranking',
    words:
      /\b(seo (services?|audit|agency|expert|company)|(rank|ranking|first page|page one|top) (on|of|in) google|google rankings?|organic traffic)\b/,
  },
  {
    points: 2,
    says: 'sells addresses or leads',
    words:
      /\b(lead gen(eration)?|qualified leads|attendees? list|appointment setting|decision[- ]makers? (list|database))\b/,
  },
  {
    points: 2,
    says: 'promises growth',
    words:
      /\b((increase|boost|double|triple|grow|skyrocket|10x) your (sales|revenue|traffic|pipeline|leads|business|conversions?|roi))\b/,
  },
  {
    points: 2,
    says: 'sells to companies like yours',
    words:
      /\b(we|i) (help|work with|partner with) (companies|businesses|firms|founders|teams|organi[sz]ations|brands) (like|such as|similar to|in your)\b/,
  },
  {
    points: 2,
    says: 'looks for whoever buys',
    words:
      /\b(are you the (right|best|correct) person|right person to (speak|talk) (to|with)|who (is )?(in charge|handles|responsible) (of|for)?)\b/,
  },
  {
    points: 2,
    says: 'recruits',
    words:
      /\b((your|the) (background|experience|skills|profile) (is|are|looks?|seems?|would be) (a )?(great|good|perfect|strong|impressive|excellent)|exciting (opportunity|role|position)|open to (new )?(opportunities|roles)|my client is (looking|hiring|seeking)|(available|qualified|pre-?screened) candidates|staffing (solutions|needs|agency)|talent pool)\b/,
  },
  {
    points: 2,
    says: 'sells hands',
    words: /\b(offshore|outsourc\w+|dedicated) (developers?|development|team|engineers?|partner)\b/,
  },
  {
    points: 2,
    says: 'offers money unasked',
    words: /\b(business (loans?|funding|capital)|pre-?approved|line of credit for your|merchant cash)\b/,
  },
  {
    points: 2,
    says: 'verkauft ungefragt',
    words:
      /\b(kostenlose(s|n)? (demo|erstgespräch|webinar)|auf ihr profil (gestoßen|aufmerksam)|(ihre|mehr) (sichtbarkeit|kundenanfragen|leads))\b/,
  },
  {
    points: 1,
    says: 'speaks of bought addresses',
    words: /\b((targeted|verified|bulk|opt-?in) )?(e-?mail|contact) (lists?|database)\b/,
  },
  {
    points: 1,
    says: 'asks for a little time',
    words: /\b((10|15|20|30|ten|fifteen|twenty|thirty)[- ]min(ute)?s?\b( of your time| call| chat)?)/,
  },
  {
    points: 1,
    says: 'opens as pitches do',
    words:
      /\b(quick question|quick chat|quick call|hop on a (quick )?call|jump on a (quick )?call|pick your brain)\b/,
  },
  {
    points: 1,
    says: 'introduces itself',
    words:
      /\b(my name is \S+( \S+)? and i('m| am)|i('m| am) (reaching out|writing|contacting you) (to|because|on behalf|from)|i wanted to (reach out|introduce)|just reaching out)\b/,
  },
  {
    points: 1,
    says: 'pushes its own mail up',
    words:
      /\b((just )?(bumping|floating|circling back|following up on my (last|previous|earlier))|did you (get|see) my (last|previous) (email|mail|message)|top of your inbox)\b/,
  },
  {
    points: 1,
    says: 'offers something free',
    words:
      /\b(free (trial|consultation|audit|quote|webinar|ebook|whitepaper|sample)|no obligation|limited[- ]time|special offer|exclusive (offer|discount))\b/,
  },
  {
    points: 1,
    says: 'names other customers',
    words:
      /\b(case stud(y|ies)|trusted by|join \d[\d,]*\+? (companies|customers|teams)|clients (such as|like|include))\b/,
  },
  {
    points: 1,
    says: 'asks for a slot',
    words:
      /\b(calendly\.com|my calendar link|grab a time|(does|would) (tuesday|wednesday|thursday|monday|friday|next week) work for a)\b/,
  },
]

const ENOUGH = 2
/** How much of a mail is read: those who sell say so early, and the line that lets one unsubscribe comes last. */
const HEAD = 6000
const TAIL = 1000

const COMPILED = PHRASES.map((phrase) => ({ ...phrase, words: new RegExp(phrase.words.source, 'i') }))

/** Line breaks inside a phrase count as blanks; each is one character, so offsets stay true. */
const flat = (text: string): string => text.replace(/\s/g, ' ').replace(/[’`]/g, "'")

type Found = Pick<PitchSign, 'where' | 'start' | 'end' | 'text'>

/**
 * Whether a first mail sells or recruits, from its subject and the new text of its writer (no quote, no signature but
 * for the line that lets one unsubscribe). Two points decide; each phrase counts once. It only ever makes a stranger's
 * unanswered mail a pitch, so a buyer who writes "quick question" loses nothing.
 */
export function looksLikePitch(subject: string, newText: string): PitchSaid {
  const tailFrom = Math.max(HEAD, newText.length - TAIL)
  const places: { where: PitchSign['where']; from: number; text: string }[] = [
    { where: 'subject', from: 0, text: flat(subject.slice(0, HEAD)) },
    { where: 'text', from: 0, text: flat(newText.slice(0, HEAD)) },
    { where: 'text', from: tailFrom, text: flat(newText.slice(tailFrom)) },
  ]
  const find = (words: RegExp): Found | null => {
    for (const { where, from, text } of places) {
      const match = words.exec(text)
      if (!match) continue
      const start = from + match.index
      return { where, start, end: start + match[0].length, text: match[0].replace(/\s+/g, ' ') }
    }
    return null
  }
  const signs: PitchSign[] = []
  for (const { points, says, words } of COMPILED) {
    const found = find(words)
    if (found) signs.push({ ...found, says, points })
  }
  signs.sort((a, b) => b.points - a.points || a.start - b.start)
  const points = signs.reduce((sum, sign) => sum + sign.points, 0)
  const shown = signs.slice(0, 2).map((sign) => `“${sign.text.slice(0, 30)}”`)
  if (points < ENOUGH) {
    return {
      pitch: false,
      signs,
      because: shown.length > 0 ? `${shown[0]} alone says little` : 'no phrase of a seller',
    }
  }
  return { pitch: true, signs, because: `${shown.join(' and ')}: ${signs[0]?.says ?? ''}` }
}
