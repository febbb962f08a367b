import { asides, roles } from './asides.ts'
import { sampleCompanies } from './companies.ts'
import { customerAsks } from './exchanges/customer-asks.ts'
import { nellAsksCustomers } from './exchanges/nell-asks-customers.ts'
import { nellAsksPeers } from './exchanges/nell-asks-peers.ts'
import { nellAsksProspects } from './exchanges/nell-asks-prospects.ts'
import { peerAsks } from './exchanges/peer-asks.ts'
import { prospectAsks } from './exchanges/prospect-asks.ts'
import { storylineSpans } from './hand-written-mails.ts'
import { nell, samplePeople } from './people.ts'
import { type PlannedMail, plannedMail } from './planned-mail.ts'
import { fillDates, sampleInstant, weekdayName, workdayFrom, zoneMinutes } from './sample-calendar.ts'
import type { Exchange, SamplePerson, Standing } from './sample-shape.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'
import { tradeWords } from './trades.ts'
import { voiceOf } from './voices.ts'

const theyAsk: Record<Standing, Exchange[]> = {
  customer: customerAsks,
  prospect: prospectAsks,
  peer: peerAsks,
  seller: [],
  own: [],
}
const nellAsks: Record<Standing, Exchange[]> = {
  customer: nellAsksCustomers,
  prospect: nellAsksProspects,
  peer: nellAsksPeers,
  seller: [],
  own: [],
}

/** Workdays between two threads, and how many workdays back the first one may lie, by layer. */
const rhythms = {
  5: { gap: [6, 9], since: 385 },
  15: { gap: [13, 20], since: 380 },
  50: { gap: [25, 38], since: 370 },
  150: { gap: [78, 114], since: 360 },
} as const

/** Those who have drifted away wrote in a steady rhythm until then. */
const steady: Record<string, readonly [number, number]> = {
  matthias: [11, 17],
  leontine: [10, 14],
  casimir: [17, 22],
}

const nellsForwards = [
  'Is this still worth ten minutes to you, or should I stop?',
  'Am I asking the right person?',
  'Shall I come back in spring?',
  'Still worth your time? One word is enough.',
]

/** Makes one thread's slots: the same crew, site and day in the ask, the answer and the last word. */
function slotFiller(person: SamplePerson, start: Date, random: SeededRandom) {
  const words = tradeWords[person.company.trade]
  const [crew = '', crew2 = ''] = random.shuffle(words.crews)
  const slots: Record<string, string> = {
    crew,
    crew2,
    site: random.pick(words.sites),
    peak: random.pick(words.peaks),
    n: String(random.between(3, 12)),
    N: String(random.between(18, 90)),
    day: weekdayName(start, random.between(3, 6)),
    them: random.pick(roles),
    us: random.pick(['Tobias', 'Imani', 'Jun', 'Petra']),
    town: random.pick(sampleCompanies).place,
  }
  return (text: string, at: Date, byNell: boolean) => {
    const filled = text.replace(/\{([a-z]+2?|N)\}/gi, (whole, name: string) => {
      const value = slots[name] ?? slots[name.charAt(0).toLowerCase() + name.slice(1)]
      if (value === undefined) return whole
      return byNell ? value.replace(/^(my|our) /, 'your ') : value
    })
    const dated = fillDates(filled, at)
    return dated.replace(
      /(^|[.?!]\s+)([a-z])/g,
      (_, before: string, first: string) => before + first.toUpperCase(),
    )
  }
}

/** The moment `minutes` later, moved on to the next working hours (07:30 to 18:30 in Copenhagen). */
function laterInWorkingHours(at: Date, minutes: number, random: SeededRandom): Date {
  const later = new Date(at.getTime() + minutes * 60_000)
  const wall = new Date(later.getTime() + zoneMinutes('cph', later) * 60_000)
  const clock = wall.getUTCHours() * 60 + wall.getUTCMinutes()
  const weekend = wall.getUTCDay() === 0 || wall.getUTCDay() === 6
  if (!weekend && clock >= 450 && clock <= 1110) return later
  const day = !weekend && clock < 450 ? workdayFrom(later, 0) : workdayFrom(later, 1)
  const morning = day.getTime() + random.between(455, 640) * 60_000 + random.between(0, 59) * 1000
  return new Date(morning - zoneMinutes('cph', new Date(morning)) * 60_000)
}

const ordinaryStart =
  /^(a|all|almost|and|are|as|at|because|before|blunt|both|by|can|come|could|did|do|does|every|for|from|gladly|good|had|has|have|how|if|in|is|it|may|most|mostly|no|nobody|not|now|of|on|one|only|out|people|please|rules|send|shall|since|so|somebody|still|table|tell|that|the|then|there|they|this|to|two|under|was|we|were|what|when|where|which|who|whoever|whom|why|will|with|would|yes|you|your)\b/i

/** In small letters after "Ilse," but only where the first word is no name. */
const small = (text: string) =>
  ordinaryStart.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text

/** Their greeting, now and then a word about something else, the point, the sign-off. */
function theirText(person: SamplePerson, point: string, aside: string): string {
  const voice = voiceOf(person)
  const whole = aside ? `${aside} ${point}` : point
  const body = voice.greeting === 'hi nell' ? whole.toLowerCase() : whole
  return [voice.greeting, body, voice.signOff].filter(Boolean).join('\n\n')
}

function nellsText(person: SamplePerson, point: string, random: SeededRandom): string {
  const first = person.name.replace(/^Dr\. /, '').split(' ')[0] ?? ''
  const style = random.between(0, 3)
  if (style === 0) return `${point}\n\nNell`
  return style === 1 ? `${first}, ${small(point)}\n\nNell` : `${first},\n\n${small(point)}\n\nNell`
}

/** One everyday thread: somebody asks, the other answers, mostly there is a last word; nothing stays open. */
function everydayThread(
  now: Date,
  person: SamplePerson,
  start: number,
  exchange: Exchange,
  byNell: boolean,
  random: SeededRandom,
  last: boolean,
): PlannedMail[] {
  const clock = `${String(random.between(8, 15)).padStart(2, '0')}:${String(random.between(0, 59)).padStart(2, '0')}`
  const first = sampleInstant(now, `b${start} ${clock}`, byNell ? 'cph' : person.zone)
  const fill = slotFiller(person, first, random)
  const [subject, ask, answer, close] = exchange
  const title = fill(subject, first, byNell)
  const mails: PlannedMail[] = []
  const add = (at: Date, mine: boolean, point: string, forwards = false) => {
    const said = fill(point, at, mine)
    const aside =
      !mine && mails.length === 0 && random.chance(0.4) ? fill(random.pick(asides), at, false) : ''
    mails.push(
      plannedMail({
        at,
        from: mine ? nell : person,
        to: [mine ? person : nell],
        subject: title,
        text: mine
          ? forwards
            ? `${said}\n\nNell`
            : nellsText(person, said, random)
          : theirText(person, said, aside),
        parent: mails.at(-1) ?? null,
        forwards,
      }),
    )
  }
  add(first, byNell, ask)
  if (byNell && start > 60 && !last) {
    if (random.chance(0.2)) return mails
    if (random.chance(0.12))
      add(sampleInstant(now, `b${start - 4} 09:10`, 'cph'), true, random.pick(nellsForwards), true)
  }
  const wait = byNell ? random.between(45, 620) : random.between(12, 300)
  const answered = laterInWorkingHours(mails.at(-1)?.at ?? first, wait, random)
  add(answered, !byNell, answer)
  // An answer that asks in its turn always has its last word, so that nothing stays open by accident.
  const asksBack = /\?|\b(send|please|give|bring|make it|leave it|spell)\b/i.test(answer)
  if (asksBack || random.chance(0.78))
    add(laterInWorkingHours(answered, random.between(8, 400), random), byNell, close)
  return mails
}

function threadStarts(person: SamplePerson, random: SeededRandom): number[] {
  const span = storylineSpans().get(person.key)
  const rhythm = rhythms[person.layer === 0 ? 150 : person.layer]
  const [low, high] = steady[person.key] ?? rhythm.gap
  const since = span ? span.since - 3 : random.between(Math.round(rhythm.since * 0.7), rhythm.since)
  const starts: number[] = []
  // Where the storyline's end decides this morning (a fresh thread, or a friend who drifted), nothing comes after it.
  const lastWord = span && (steady[person.key] || span.lastThread <= 17) ? span.lastThread : 0
  let at = lastWord
    ? lastWord + random.between(low, high)
    : Math.max(4, random.between(Math.ceil(low * 0.2), Math.ceil(low * 0.7)))
  while (at < since) {
    const place = at
    if (!span?.near.some((day) => Math.abs(day - place) < 4)) starts.push(at)
    at += random.between(low, high)
  }
  return starts
}

/** The mails that need no author: everyone's ordinary threads, in their own rhythm up to now. */
export function everydayMails(now: Date): PlannedMail[] {
  return samplePeople
    .filter((person) => person.layer > 0)
    .flatMap((person) => {
      const random = seededRandom(`everyday ${person.address}`)
      const { standing } = person.company
      const theirs = random.shuffle(theyAsk[standing])
      const mine = random.shuffle(nellAsks[standing])
      return threadStarts(person, random).flatMap((start, index) => {
        const byNell = (random.chance(0.5) && mine.length > 0) || theirs.length === 0
        const exchange = (byNell ? mine : theirs).pop()
        return exchange ? everydayThread(now, person, start, exchange, byNell, random, index === 0) : []
      })
    })
}

/** People met once: they wrote to hello@ and were answered, or Nell wrote first, long ago, and heard nothing. */
export function passingMails(now: Date): PlannedMail[] {
  const spans = storylineSpans()
  const copiedOnly = new Set(['priya', 'wiebke', 'lorenz', 'sunniva'])
  return samplePeople
    .filter((one) => one.layer === 0 && one.company.standing !== 'seller' && one.company.standing !== 'own')
    .filter((one) => !spans.has(one.key) && !copiedOnly.has(one.key))
    .flatMap((person) => {
      const random = seededRandom(`passing ${person.address}`)
      const byNell = random.chance(0.35)
      const start = random.between(70, 370)
      const exchange = random.pick((byNell ? nellAsks : theyAsk)[person.company.standing])
      const mails = everydayThread(now, person, start, exchange, byNell, random, false)
      if (byNell) return mails.slice(0, 1)
      const toHello = mails.slice(0, 2)
      if (toHello[0]) toHello[0].ownAddress = 'hello@loomwright.example'
      return toHello
    })
}
