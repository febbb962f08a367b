/** Written before a name and kept apart from it. Compared without dots, in lower case. */
export const TITLES: ReadonlySet<string> = new Set(
  `dr prof professor mr mrs ms miss mx sir dame rev reverend hon capt captain col gen lt sgt maj judge senator
   herr frau hr fr mme mlle sig sra dott ing dipl-ing mag univ-prof`.split(/\s+/),
)

/** Written after a name and not part of it: degrees and professions. Compared without dots, in lower case. */
export const DEGREES: ReadonlySet<string> = new Set(
  `phd md mba msc bsc ma ba pe cpa cpm cfa esq jd llm llb ms dds dvm rn pmp cissp frcp obe mbe dphil edd
   meng beng acca fca chfc cfp aia ret`.split(/\s+/),
)

/** They tell a father from a son, so they stay in the name. */
export const GENERATIONS: ReadonlyMap<string, string> = new Map([
  ['jr', 'Jr.'],
  ['junior', 'Jr.'],
  ['sr', 'Sr.'],
  ['senior', 'Sr.'],
  ['ii', 'II'],
  ['iii', 'III'],
  ['iv', 'IV'],
])

/** Small words that begin a family name: van der Berg, de la Cruz, von Trapp. */
export const PARTICLES: ReadonlySet<string> = new Set(
  `van von der den de del della di da dos das do du la le ten ter te zu zum zur af av bin ibn al el st san y`.split(
    /\s+/,
  ),
)

/** Words that no person is called by: a name that holds one belongs to an office, a list or a machine. */
export const OFFICE_WORDS: ReadonlySet<string> = new Set(
  `team sales support info information newsletter news newswire customer service services center centre announcement
   announcements group groups inc ltd llc llp gmbh corp corporation company bank editor editors desk communications
   committee department dept office report reports update updates alert alerts notification notifications system
   systems admin administrator administration list lists digest daily weekly monthly association university college
   institute online mail mailing mailings mailer noreply reply marketing billing accounts accounting technology global
   management solutions recipients undisclosed helpdesk help exchange conference room staff members subscribers
   subscription subscriptions webmaster postmaster daemon hr recruiting careers jobs events press media investor
   relations employees everyone all invoice invoices orders order shop store webinar offers promotions promo rewards
   kundenservice kontakt vertrieb buchhaltung redaktion`.split(/\s+/),
)

/** They join words into a phrase, or two people into one address; not part of one person's name. */
export const JOINERS: ReadonlySet<string> = new Set(
  'and & of the for your our from with at by und et'.split(/\s+/),
)

/** The word as the sets above hold it. */
export const plainWord = (word: string): string => word.toLowerCase().replace(/\.(?=.)|[.,;:]+$/g, '')
