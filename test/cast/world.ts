import { nell as nellAshdown, personKeyed } from '../../src/sample/people.ts'
import type { SampleCompany, SamplePerson } from '../../src/sample/sample-shape.ts'

/** The named cast, for tests, the demo and screenshots: name, address, firm. */
export const nell: SamplePerson = nellAshdown
export const ilse = personKeyed('ilse')
export const teodoro = personKeyed('teodoro')
export const dov = personKeyed('dov')
export const solveig = personKeyed('solveig')
export const matthias = personKeyed('matthias')
export const kofi = personKeyed('kofi')
export const jorunn = personKeyed('jorunn')
export const fergal = personKeyed('fergal')
export const leontine = personKeyed('leontine')
export const anselm = personKeyed('anselm')
export const roswitha = personKeyed('roswitha')
export const eamon = personKeyed('eamon')
export const calla = personKeyed('calla')
export const casimir = personKeyed('casimir')
export const aurelie = personKeyed('aurelie')
export const signe = personKeyed('signe')
export const henrike = personKeyed('henrike')
export const lowell = personKeyed('lowell')
export const oskar = personKeyed('oskar')
export const bram = personKeyed('bram')
export const hedda = personKeyed('hedda')
export const piet = personKeyed('piet')
export const priya = personKeyed('priya')
export const karin = personKeyed('karin')
export const clara = personKeyed('clara')
export const tobias = personKeyed('tobias')
export const imani = personKeyed('imani')
export const jun = personKeyed('jun')
export const petra = personKeyed('petra')

export const pellworm: SampleCompany = ilse.company
export const norrgate: SampleCompany = teodoro.company
export const tamarack: SampleCompany = kofi.company
export const brightwater: SampleCompany = matthias.company
export const loomwright: SampleCompany = nell.company

/** One line that Today must hold for the sample world. */
export interface ExpectedLine {
  kind: 'reply-owed' | 'follow-up-due' | 'drifting'
  person: string
  address: string
  /** The subject of the thread without "Re:"; null for drifting, which is about no thread. */
  subject: string | null
  /** Their question in the mail's own words, where a reply is owed. */
  quote: string | null
}

function line(
  kind: ExpectedLine['kind'],
  person: SamplePerson,
  subject: string | null,
  quote: string | null = null,
): ExpectedLine {
  return { kind, person: person.name, address: person.address, subject, quote }
}

/** What Today must hold for any `now`: seven replies owed, four follow-ups due, three people drifting. */
export const expectedThisMorning: ExpectedLine[] = [
  line('reply-owed', ilse, 'Pilot list', 'Can the night shift see their own rota on a phone before we sign?'),
  line('reply-owed', teodoro, 'The order form', 'Could you put cost centre 4410 on the order form?'),
  line(
    'reply-owed',
    kofi,
    'Headcounts for both depots',
    'Which of the two depots would you start with, if it were your money?',
  ),
  line(
    'reply-owed',
    roswitha,
    'Can we do it with a real one?',
    'Could you make one with our real rota from last week?',
  ),
  line(
    'reply-owed',
    eamon,
    'price',
    'what is it for 46 people if the office lot dont need it, only the freezer crews?',
  ),
  line(
    'reply-owed',
    jorunn,
    'Next year',
    'Can you send the tide table for January to March as shifts, on one sheet?',
  ),
  line(
    'reply-owed',
    calla,
    'Hogmanay',
    'Are people who work past midnight on the thirty-first counted to this year or to the next?',
  ),
  line('follow-up-due', signe, 'Two depots, one rota'),
  line('follow-up-due', lowell, 'The foreman and the eleven hours'),
  line('follow-up-due', henrike, 'For the auditors in December'),
  line('follow-up-due', oskar, 'Before the season'),
  line('drifting', matthias, null),
  line('drifting', leontine, null),
  line('drifting', casimir, null),
]

/** Who must not open Today, and why; sellers are in no list, because none of them may appear. */
export const absentThisMorning: { address: string; why: string }[] = [
  { address: tobias.address, why: 'a colleague, though he asked' },
  { address: imani.address, why: 'a colleague, though she asked' },
  { address: jun.address, why: 'a colleague, though he asked' },
  { address: petra.address, why: 'a colleague, though she asked' },
  { address: solveig.address, why: 'her question was answered' },
  { address: fergal.address, why: 'his question was answered' },
  { address: anselm.address, why: 'he wrote last and asked nothing' },
  { address: aurelie.address, why: 'the thread ended with a plain confirmation' },
  { address: karin.address, why: 'the last mail to her asked for nothing' },
  { address: hedda.address, why: 'she is out of the office until after this week' },
  { address: piet.address, why: 'the mail to him bounced' },
  { address: clara.address, why: 'her question was answered' },
]

/** May stand there or not: two forwards went unanswered, and rules differ on when to stop asking. */
export const perhapsThisMorning: { address: string; why: string }[] = [
  { address: bram.address, why: 'two forwards without a word' },
]
