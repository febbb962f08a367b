import { castVoices } from './cast-voices.ts'
import type { SamplePerson } from './sample-shape.ts'
import { hashText } from './seeded-random.ts'

/** How somebody's mails look: what they say first and last, what their program does with quotes and letters. */
export interface Voice {
  greeting: string
  signOff: string
  signature: string[] | null
  quoting: 'gmail' | 'outlook' | 'german' | 'none'
  html: boolean
  charset: 'utf-8' | 'iso-8859-1'
  encoding: 'quoted-printable' | 'base64' | undefined
  mailer: string
}

const greetings = [
  'Hi Nell,',
  'Nell,',
  'Hello Nell,',
  'Dear Nell,',
  'Good morning Nell,',
  'Hej Nell,',
  '',
  'hi nell',
  'Morning Nell,',
]
const closings = [
  'Best,',
  'Best regards,',
  'Thanks,',
  '',
  'Kind regards,',
  'Cheers,',
  'All the best,',
  'Greetings,',
  '',
]
const mailers = [
  'Thunderbird 128',
  'Apple Mail (2.3826)',
  'Outlook 16.0',
  'Roundcube Webmail/1.6.9',
  'K-9 Mail 8.0',
]

/** Numbers that regulators keep for fiction (Ofcom's 01632 960, NANPA's 555-01). */
function telephone(person: SamplePerson): string {
  const last = 100 + (hashText(person.address) % 899)
  return person.zone === -300 ? `+1 202 555 0${last}` : `+44 1632 960${last}`
}

const firstName = (person: SamplePerson) => person.name.replace(/^Dr\. /, '').split(' ')[0] ?? ''

/** The voice of a person: always the same for the same address. */
export function voiceOf(person: SamplePerson): Voice {
  if (person.key === 'nell') {
    return {
      greeting: '',
      signOff: 'Nell',
      signature: null,
      quoting: 'gmail',
      html: false,
      charset: 'utf-8',
      encoding: undefined,
      mailer: 'Thunderbird 128',
    }
  }
  const hash = hashText(`voice ${person.address}`)
  const part = (shift: number, size: number) => (hash >>> shift) % size
  const plainName = part(3, 5) === 0 ? firstName(person).charAt(0) : firstName(person)
  const name = part(5, 4) === 0 ? person.name : plainName
  const closing = closings[part(7, closings.length)] ?? ''
  const firm = [person.name, person.title, person.company.name]
  const withPhone = part(11, 3) === 0 ? [...firm, telephone(person)] : firm
  const [castGreeting, castSignOff] = castVoices[person.key] ?? []
  return {
    greeting: castGreeting ?? greetings[part(0, greetings.length)] ?? '',
    signOff: castSignOff ?? (closing ? `${closing}\n${name}` : name),
    signature: (castGreeting === undefined ? part(9, 3) : part(9, 3) + 1) === 0 ? null : withPhone,
    quoting: (['gmail', 'outlook', 'none', 'gmail', 'german', 'gmail'] as const)[part(13, 6)] ?? 'gmail',
    html: part(15, 3) === 0,
    charset: part(17, 6) === 0 ? 'iso-8859-1' : 'utf-8',
    encoding: part(19, 5) === 0 ? 'base64' : part(19, 5) === 1 ? 'quoted-printable' : undefined,
    mailer: mailers[part(21, mailers.length)] ?? 'Thunderbird 128',
  }
}
