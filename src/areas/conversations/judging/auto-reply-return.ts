const MONTHS: Record<string, number> = {}
const MONTH_WORDS: string[][] = [
  [
    'january',
    'jan',
    'januar',
    'jänner',
    'janvier',
    'janv',
    'enero',
    'ene',
    'janeiro',
    'gennaio',
    'gen',
    'januari',
    'stycznia',
    'января',
  ],
  [
    'february',
    'feb',
    'februar',
    'février',
    'févr',
    'fevrier',
    'febrero',
    'fevereiro',
    'fev',
    'febbraio',
    'februari',
    'lutego',
    'февраля',
  ],
  ['march', 'mar', 'märz', 'maerz', 'mars', 'marzo', 'março', 'maart', 'marca', 'марта'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile', 'kwietnia', 'апреля'],
  ['may', 'mai', 'mayo', 'maio', 'maggio', 'mag', 'mei', 'maj', 'maja', 'мая'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'junho', 'giugno', 'giu', 'czerwca', 'июня'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'julho', 'luglio', 'lug', 'lipca', 'июля'],
  ['august', 'aug', 'août', 'aout', 'agosto', 'ago', 'augustus', 'augusti', 'sierpnia', 'августа'],
  [
    'september',
    'sep',
    'sept',
    'septembre',
    'septiembre',
    'setembro',
    'set',
    'settembre',
    'września',
    'сентября',
  ],
  [
    'october',
    'oct',
    'oktober',
    'okt',
    'octobre',
    'octubre',
    'outubro',
    'out',
    'ottobre',
    'ott',
    'października',
    'октября',
  ],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'listopada', 'ноября'],
  [
    'december',
    'dec',
    'dezember',
    'dez',
    'décembre',
    'déc',
    'diciembre',
    'dic',
    'dezembro',
    'dicembre',
    'desember',
    'des',
    'grudnia',
    'декабря',
  ],
]
MONTH_WORDS.forEach((words, month) => {
  for (const word of words) MONTHS[word] = month + 1
})
const WEEKDAYS: Record<string, number> = {}
const WEEKDAY_WORDS: string[][] = [
  ['sunday', 'sonntag', 'dimanche', 'domingo', 'domenica', 'zondag', 'söndag', 'søndag'],
  ['monday', 'montag', 'lundi', 'lunes', 'segunda-feira', 'lunedì', 'maandag', 'måndag', 'mandag'],
  ['tuesday', 'dienstag', 'mardi', 'martes', 'terça-feira', 'martedì', 'dinsdag', 'tisdag', 'tirsdag'],
  ['wednesday', 'mittwoch', 'mercredi', 'miércoles', 'quarta-feira', 'mercoledì', 'woensdag', 'onsdag'],
  ['thursday', 'donnerstag', 'jeudi', 'jueves', 'quinta-feira', 'giovedì', 'donderdag', 'torsdag'],
  ['friday', 'freitag', 'vendredi', 'viernes', 'sexta-feira', 'venerdì', 'vrijdag', 'fredag'],
  ['saturday', 'samstag', 'samedi', 'sábado', 'sabato', 'zaterdag', 'lördag', 'lørdag'],
]
WEEKDAY_WORDS.forEach((words, day) => {
  for (const word of words) WEEKDAYS[word] = day
})

const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|')
const WEEKDAY = Object.keys(WEEKDAYS)
  .sort((a, b) => b.length - a.length)
  .join('|')
/** Words after which the day of return stands; the later in the text wins over "from ... on" only by these. */
const BACK =
  /\b(?:back(?: in (?:the )?(?:office|town))?(?: again)?(?: on| by| at)?|return(?:ing|s|ed)?(?: to (?:the )?(?:office|work))?(?: on| by)?|available(?: again)?(?: on| from)?|in the office(?: again)? on|resume[^.\n]{0,20}on|wieder (?:im büro|da|erreichbar|zurück)?(?: ab| am)?|zurück(?: am| ab)?|erreichbar(?: ab| am)|ab dem|de retour(?: le)?|retour(?: le| op)?|serai de retour(?: le)?|à partir du|de vuelta(?: el)?|regres[oaé]\w*(?: el)?|volver[éeá]\w*(?: el)?|retorn\w+(?: em| no dia| dia)?|rientr\w+(?: il)?|torn\w+ il|terug(?: op)?|tillbaka(?: den)?|tilbake(?: den)?|tilbage(?: den)?|вернусь)\b/giu
const UNTIL =
  /\b(?:until|till|til|through|thru|to|bis(?: zum| einschließlich)?|jusqu['’]?(?:au| le)|hasta(?: el)?|até(?: o dia)?|fino al|t\/m|tot(?: en met)?|t\.o\.m\.?|до|–|-)(?=\s)/giu

/**
 * The day on which the writer of an auto-reply says to be back, as YYYY-MM-DD, or null where none is said.
 * "until Friday" and "through 12/08" give that day itself: it is the first that may find the writer back.
 * `sent` is the mail's own date (UTC day), against which weekdays and dates without a year are read: the first
 * such day not before it. 12/08 is read month first where `dayFirst` is false, unless that is impossible.
 */
export function returnDate(text: string, sent: Date | null, dayFirst = looksDayFirst(text)): string | null {
  const head = text.slice(0, 3000)
  for (const cue of [BACK, UNTIL]) {
    cue.lastIndex = 0
    for (let match = cue.exec(head); match !== null; match = cue.exec(head)) {
      const from = match.index + match[0].length
      const date = dateIn(head.slice(from, from + 70), sent, dayFirst)
      if (date !== null) return date
    }
  }
  return null
}

const ISO = /^\W{0,3}(?:\p{L}+\W+){0,4}?(\d{4})-(\d{1,2})-(\d{1,2})\b/u
const NUMERIC =
  /^\W{0,3}(?:[\p{L}']+\W+){0,4}?(\d{1,2})([./-])\s?(\d{1,2})(?:\2?\s?(\d{4}|\d{2})\b|\.?(?!\d))/u
const MONTH_DAY = new RegExp(
  `^\\W{0,3}(?:[\\p{L}']+\\W+){0,4}?(${MONTH})\\.?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4}))?`,
  'iu',
)
const DAY_MONTH = new RegExp(
  `^\\W{0,3}(?:[\\p{L}']+\\W+){0,4}?(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?\\s+(?:of\\s+|de\\s+)?(${MONTH})\\.?(?!\\p{L})(?:,?\\s+(?:de\\s+)?(\\d{4}))?`,
  'iu',
)
const WEEKDAY_ONLY = new RegExp(
  `^\\W{0,3}(?:(?:on|next|the|am|le|el|this|coming|nächsten|kommenden)\\W+){0,3}(${WEEKDAY})(?!\\p{L})`,
  'iu',
)
const TOMORROW =
  /^\W{0,3}(?:on |in )?(tomorrow|morgen|demain|mañana|amanhã|domani|i morgon|i morgen|завтра)(?!\p{L})/iu

function dateIn(after: string, sent: Date | null, dayFirst: boolean): string | null {
  const clause = after.split(/\n\s*\n|[!?]|(?<=\p{L}{2})\.\s+\p{Lu}/u, 1)[0] ?? ''
  const iso = ISO.exec(clause)
  if (iso) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const monthDay = MONTH_DAY.exec(clause)
  if (monthDay)
    return near(MONTHS[(monthDay[1] ?? '').toLowerCase()] ?? 0, Number(monthDay[2]), monthDay[3], sent)
  const dayMonth = DAY_MONTH.exec(clause)
  if (dayMonth)
    return near(MONTHS[(dayMonth[2] ?? '').toLowerCase()] ?? 0, Number(dayMonth[1]), dayMonth[3], sent)
  const numeric = NUMERIC.exec(clause)
  if (numeric) {
    const a = Number(numeric[1])
    const b = Number(numeric[3])
    const monthLast = numeric[2] === '.' || a > 12 || (dayFirst && b <= 12)
    return monthLast ? near(b, a, numeric[4], sent) : near(a, b, numeric[4], sent)
  }
  const weekday = WEEKDAY_ONLY.exec(clause)
  if (weekday && sent) {
    const wanted = WEEKDAYS[(weekday[1] ?? '').toLowerCase()] ?? 0
    const ahead = (wanted - sent.getUTCDay() + 7) % 7 || 7
    return iso8601(new Date(sent.getTime() + ahead * 86_400_000))
  }
  if (TOMORROW.test(clause) && sent) return iso8601(new Date(sent.getTime() + 86_400_000))
  return null
}

/** A day and month without a year is the first one not more than a week before the mail itself. */
function near(month: number, day: number, year: string | undefined, sent: Date | null): string | null {
  if (year !== undefined) return dated(year.length === 2 ? 2000 + Number(year) : Number(year), month, day)
  if (!sent) return null
  const thisYear = sent.getUTCFullYear()
  const date = dated(thisYear, month, day)
  if (date === null) return dated(thisYear + 1, month, day)
  return Date.parse(date) < sent.getTime() - 7 * 86_400_000 ? dated(thisYear + 1, month, day) : date
}

function dated(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1990 || year > 2100) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 ? iso8601(date) : null
}

function iso8601(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function looksDayFirst(text: string): boolean {
  return !/\b(?:the|will|am|office|back|return)\b/i.test(text.slice(0, 1000))
}
