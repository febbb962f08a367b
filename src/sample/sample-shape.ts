/** How a firm earns its living; decides the words that its people use for crews, sites and busy weeks. */
export type Trade =
  | 'food'
  | 'care'
  | 'transport'
  | 'works'
  | 'sea'
  | 'hospitality'
  | 'print'
  | 'farm'
  | 'services'
  | 'office'

/** What the firm is to Loomwright, which decides what its people write about. */
export type Standing = 'customer' | 'prospect' | 'peer' | 'seller' | 'own'

export interface SampleCompany {
  name: string
  domain: string
  trade: Trade
  standing: Standing
  place: string
}

/** How close a person is to Nell: the smallest layer that holds them; 0 for those beyond the 150. */
export type SampleLayer = 5 | 15 | 50 | 150 | 0

export interface SamplePerson {
  /** Short name that storylines use: "ilse". */
  key: string
  name: string
  address: string
  company: SampleCompany
  title: string
  layer: SampleLayer
  /** Minutes that their clock is ahead of UTC; 'cph' and 'lon' follow European summer time. */
  zone: 'cph' | 'lon' | number
}

/** One mail of a hand-written storyline. */
export interface Letter {
  /** "b4 09:04" is 09:04 by the writer's clock, four workdays before the day of `now`; "m90" is 90 minutes ago. */
  at: string
  /** Key of the writer. */
  from: string
  /** {+3} becomes the weekday three workdays on, {-1} the workday before, {on+9} a date such as "3 June". */
  body: string
  /** Keys; without it, the other side of the thread. */
  to?: string[]
  cc?: string[]
  attach?: SampleFile[]
  /** A true forward of the mail before it: "Fwd:" with that mail inside, but in the same thread. */
  forwards?: boolean
}

export interface Storyline {
  /** Key of the person it is mainly with. */
  with: string
  subject: string
  letters: Letter[]
}

export interface SampleFile {
  name: string
  type: string
  content: string
}

/** A paired exchange with slots: an ask, its answer and a last word that asks nothing. */
export type Exchange = readonly [subject: string, ask: string, answer: string, close: string]

/** One mail of the sample world, as a mail program would have saved it. */
export interface SampleMail {
  folder: string
  raw: Buffer
}
