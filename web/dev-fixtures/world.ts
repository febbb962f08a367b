import type { CompanyRow, Direction, PersonRow, Relation, Stroke } from '../shapes.ts'

export const NOW = new Date()
const DAY = 86_400_000

let seed = 7
/** A number from 0 to 1, the same on every run. */
export function chance(): number {
  seed = (seed * 1664525 + 1013904223) % 4294967296
  return seed / 4294967296
}

/** An instant so many days and hours before now. */
export function ago(days: number, hours = 0): string {
  return new Date(NOW.getTime() - days * DAY - hours * 3_600_000).toISOString()
}

/** A UUID that can be told by its number. */
export function idOf(kind: string, number: number): string {
  const tail = number.toString(16).padStart(12, '0')
  const head = [...kind].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 4294967296, 7)
  return `${head.toString(16).padStart(8, '0')}-0000-7000-8000-${tail}`
}

/** Strokes over `days` days, the older first. */
export function strokes(count: number, days: number): Stroke[] {
  return Array.from({ length: count }, () => ({
    at: ago(chance() * days, 1),
    direction: (chance() > 0.48 ? 'theirs' : 'mine') as Direction,
    words: Math.round(8 + chance() * chance() * 240),
  })).sort((a, b) => a.at.localeCompare(b.at))
}

const CAST: [string, string, string, number][] = [
  ['Ilse Varnhorst', 'Pellworm Dairy', 'Head of operations', 71],
  ['Teodoro Quillan', 'Norrgate Clinics', 'Operations lead', 64],
  ['Aurelie Stavrand', 'Osterlund Ferries', 'Planner', 58],
  ['Kofi Brandvoort', 'Tamarack Grain', 'Shift manager', 52],
  ['Signe Haldorane', 'Almanac Freight', 'Dispatch', 31],
  ['Dr. Priya Ostrander', 'Pellworm Dairy', 'Chief executive', 12],
  ['Matthias Oyelaran', 'Brightwater Kilns', 'Owner', 66],
  ['Sunniva Prahl', 'Hearthside Bakeries', 'Head of shops', 18],
  ['Bram Lutzenholm', 'Quillfeather Press', 'Production', 22],
  ['Dov Lindqvarn', 'Fjordlight Capital', 'Partner', 61],
  ['Roswitha Amsel', 'Sandgate Laundries', 'Rota desk', 27],
  ['Eamon Thorsby', 'Kirkholm Cold Store', 'Site lead', 44],
  ['Jorunn Vikdal', 'Marram Fisheries', 'Crew planner', 35],
  ['Radomil Cerny', 'Ostrava Lane Foods', 'Plant', 30],
  ['Calla Wynterbourne', 'Thistle & Rook', 'Founder', 19],
  ['Fergal Dunmoor', 'Dunmoor Creamery', 'Dairy manager', 41],
  ['Solveig Lindesfar', 'Lindesfarm Eggs', 'Owner', 24],
  ['Mirela Ivelova', 'Port Ivel Packing', 'Shifts', 12],
]
const GIVEN =
  'Ada Bertil Cosima Dario Edda Fenn Greta Hamid Ines Joris Katla Lorcan Maud Nikos Odile Pavel Rhea Stellan Tilde Umar'.split(
    ' ',
  )
const FAMILY =
  'Aalderink Brisbois Castellane Dunnevold Eikeland Fairweather Grondahl Hesselink Ivarson Jorgenrud Kestrelby Lomax Marchetti Nyhavn'.split(
    ' ',
  )
const FIRMS =
  'Bellweather Mills,Copperline Foods,Driftwood Inns,Eastmark Tiles,Farrow & Daughters,Gullhaven Port,Harrowgate Mutual,Inkwell Print'.split(
    ',',
  )
const LAYERS = [5, 15, 15, 50, 50, 50, 150, 150, null]
const RELATIONS: Relation[] = [
  'buyer',
  'buyer',
  'customer',
  'partner',
  'unsorted',
  'pitch',
  'private',
  'colleague',
]

export const companies: CompanyRow[] = [
  ...new Set([
    ...CAST.map((it) => it[1]),
    ...Array.from({ length: 380 }, (_, i) => `${FIRMS[i % 8]}${i < 8 ? '' : ` ${Math.floor(i / 8) + 1}`}`),
  ]),
].map((name, index) => ({
  id: idOf('company', index + 1),
  name,
  domain: `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.example`,
  people: 1 + Math.floor(chance() * 9),
  relation: index < 18 ? 'buyer' : (RELATIONS[index % 8] as Relation),
  depth: Math.max(1, Math.round(80 - index * 0.8 - chance() * 12)),
  lastAt: index === 7 ? null : ago(index * 0.7 + 0.2, index * 3),
  lastPerson: CAST[index]?.[0].replace('Dr. ', '').split(' ')[0] ?? (GIVEN[index % 20] as string),
  owed: index < 9 && index % 2 === 0,
  exchange: index === 7 ? [] : strokes(6 + Math.floor(chance() * 16), 360),
}))

export const people: PersonRow[] = Array.from({ length: 3400 }, (_, index) => {
  const cast = CAST[index]
  const company = cast ? companies.find((it) => it.name === cast[1]) : companies[18 + (index % 360)]
  const name =
    cast?.[0] ??
    `${GIVEN[index % 20]} ${FAMILY[(index * 5) % 14]}${index > 280 ? ` ${Math.floor(index / 280)}` : ''}`
  const lastAt = index === 7 ? null : ago(index * 0.11, index)
  return {
    id: idOf('person', index + 1),
    name,
    address: `${name
      .toLowerCase()
      .replace(/[^a-z]+/g, '.')
      .replace(/^dr\./, '')}@${company?.domain ?? 'post.example'}`,
    company: company ? { id: company.id, name: company.name } : null,
    title: cast?.[2] ?? null,
    relation: index < 18 ? 'buyer' : (RELATIONS[index % 8] as Relation),
    depth: cast?.[3] ?? Math.max(1, Math.round(40 - index * 0.02)),
    layer: index < 18 ? (LAYERS[index % 9] ?? null) : null,
    lastAt,
    lastDirection: lastAt ? (chance() > 0.45 ? 'theirs' : 'mine') : null,
    owed: index === 0 || index === 3,
    theirs: Math.floor(chance() * 30),
    mine: Math.floor(chance() * 30),
    exchange: index === 7 ? [] : strokes(12, 340),
  }
})
