import { companyNamed } from './companies.ts'
import { beyondRows, sellerRows } from './people-beyond.ts'
import { closeRows } from './people-close.ts'
import { widerRows } from './people-wider.ts'
import type { SampleCompany, SampleLayer, SamplePerson } from './sample-shape.ts'
import { hashText } from './seeded-random.ts'

const britishPlaces = new Set(
  (
    'Sligo Sheffield Norfolk Kendal Stranraer Nairn Whitby Wells Leeds Newark Truro Galway Exeter Perth Derby Lincoln ' +
    'Carlisle Swindon Stoke Hull Preston Durham Porto Oban Devon Folkestone Aviemore Bath Edinburgh Skye Bristol ' +
    'Cardiff Aylesbury Spalding Ripon Alnwick Hereford Kelso Islay Dover Ely Kent Wigan London Dublin Manchester Lisbon'
  ).split(' '),
)

function zoneOf(place: string): SamplePerson['zone'] {
  if (britishPlaces.has(place)) return 'lon'
  if (place === 'Accra') return 0
  return place === 'Austin' ? -300 : 'cph'
}

const ascii = (text: string) =>
  text
    .replace(/[øØ]/g, 'o')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')

/** Firms differ in how they make addresses; the people with storylines are at their first names. */
function addressOf(name: string, company: SampleCompany, plainFirst: boolean): string {
  const words = ascii(name.replace(/^Dr\. /, '')).split(' ')
  const first = words[0] ?? ''
  const last = words.slice(1).join('')
  const style = plainFirst ? 0 : hashText(company.domain) % 3
  const local = style === 0 ? first : style === 1 ? `${first}.${last}` : `${first.charAt(0)}.${last}`
  return `${local}@${company.domain}`
}

function person(row: string, layer: SampleLayer): SamplePerson {
  const [name = '', firm = '', title = ''] = row.split(', ')
  const company = companyNamed(firm)
  const first = ascii(name.replace(/^Dr\. /, '')).split(' ')[0] ?? ''
  const plainFirst = (layer > 0 && layer <= 50) || company.standing === 'own'
  return {
    key: first,
    name,
    address: addressOf(name, company, plainFirst),
    company,
    title,
    layer,
    zone: zoneOf(company.place),
  }
}

/** Nell Ashdown, whose mailbox the sample world is. */
export const nell: SamplePerson = {
  key: 'nell',
  name: 'Nell Ashdown',
  address: 'nell@loomwright.example',
  company: companyNamed('Loomwright'),
  title: 'Founder',
  layer: 0,
  zone: 'cph',
}

/** Everyone but Nell, nearest first. */
export const samplePeople: SamplePerson[] = [
  ...([5, 15, 50] as const).flatMap((layer) => closeRows[layer].map((row) => person(row, layer))),
  ...widerRows.map((row) => person(row, 150)),
  ...[...beyondRows, ...sellerRows].map((row) => person(row, 0)),
]

const byKey = new Map<string, SamplePerson>([['nell', nell]])
for (const one of samplePeople) if (!byKey.has(one.key)) byKey.set(one.key, one)

/** The person of that key (a first name in small letters); throws where there is none. */
export function personKeyed(key: string): SamplePerson {
  const found = byKey.get(key)
  if (!found) throw new RangeError(`the sample world has nobody keyed ${key}`)
  return found
}
