import type { SampleCompany, Standing, Trade } from './sample-shape.ts'

/** "Thistle & Rook" becomes "thistle-rook.example": RFC 2606 keeps .example for inventions like these. */
export function domainOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${slug}.example`
}

/** trade, standing: "Name, Place" for each firm. */
const firms: [Trade, Standing, string][] = [
  ['office', 'own', 'Loomwright, Copenhagen'],
  ['food', 'prospect', 'Pellworm Dairy, Husum | Hearthside Bakeries, Bergen | Halmstead Mills, Halmstead'],
  [
    'food',
    'customer',
    'Ostrava Lane Foods, Ostrava | Dunmoor Creamery, Sligo | Port Ivel Packing, Port Ivel',
  ],
  [
    'food',
    'customer',
    'Cinderhall Brewing, Sheffield | Saltmarsh Preserves, Norfolk | Eskmere Bakers, Kendal',
  ],
  ['food', 'prospect', 'Kirkholm Cold Store, Stranraer | Inverlea Dairy, Nairn | Runswick Cannery, Whitby'],
  ['food', 'prospect', 'Underhill Cheese, Wells | Caldmoor Catering, Leeds | Brackenhurst Poultry, Newark'],
  ['care', 'prospect', 'Norrgate Clinics, Gothenburg | Gullholm Pharma, Malmö | Harrowdene Care, Truro'],
  ['care', 'customer', 'Merrow Lane Dental, Galway | Valebrook Hospice, Exeter | Ashgrove Vets, Perth'],
  ['care', 'prospect', 'Ravensmead Homes, Derby | Mirkwell Labs, Uppsala'],
  [
    'transport',
    'prospect',
    'Osterlund Ferries, Mariehamn | Almanac Freight, Antwerp | Driftmark Logistics, Esbjerg',
  ],
  ['transport', 'customer', 'Aldermoor Buses, Derby | Tarnside Trams, Aarhus | Pinfold Parcels, Lincoln'],
  [
    'transport',
    'prospect',
    'Overwater Rail, Carlisle | Lodeswick Airport Services, Billund | Wexcombe Waste, Swindon',
  ],
  ['works', 'customer', 'Brightwater Kilns, Stoke | Redcastle Foundry, Bilbao | Greywether Stone, Truro'],
  ['works', 'prospect', 'Ferrow Glass, Limoges | Skarnfell Timber, Sundsvall | Jutfelt Windows, Viborg'],
  ['works', 'prospect', 'Varnholt Plastics, Münster | Kelderby Concrete, Hull | Westerholm Castings, Växjö'],
  ['works', 'customer', 'Hexley Packaging, Preston | Rookhollow Quarry, Durham | Oxmere Textiles, Porto'],
  ['sea', 'prospect', 'Marram Fisheries, Tromsø | Northquay Stevedores, Rotterdam | Stennick Seafood, Oban'],
  [
    'sea',
    'customer',
    'Ullesk Salmon, Stavanger | Ottermouth Harbour, Devon | Silverhythe Shipping, Folkestone',
  ],
  ['sea', 'prospect', 'Hollinsund Yards, Gdynia'],
  [
    'hospitality',
    'prospect',
    'Vintergate Hotels, Innsbruck | Glenhaven Lodge, Aviemore | Plumstow Pools, Bath',
  ],
  ['hospitality', 'customer', 'Thistle & Rook, Edinburgh | Cobbleside Cafés, Ghent | Corrie Kitchens, Skye'],
  ['hospitality', 'prospect', 'Penhallam Theatres, Bristol | Tidewell Aquatics, Cardiff'],
  ['print', 'prospect', 'Quillfeather Press, Leipzig | Quarrendon Print, Aylesbury | Fennimore Paper, Turku'],
  ['farm', 'prospect', 'Tamarack Grain, Accra | Wickerby Growers, Spalding | Fallowmere Feeds, Ripon'],
  [
    'farm',
    'customer',
    'Lindesfarm Eggs, Alnwick | Elderwick Orchards, Hereford | Larkspur Nurseries, Boskoop',
  ],
  ['farm', 'prospect', 'Yarrowfield Farms, Kelso | Netherby Mushrooms, Sligo | Mossrigg Distillery, Islay'],
  [
    'services',
    'prospect',
    'Sandgate Laundries, Ostend | Kestrelbank Security, Leeds | Zellwick Cleaning, Linz',
  ],
  ['services', 'customer', 'Tollgate Linen, Dover | Lowmarsh Water, Ely | Bramblegate Schools, Kent'],
  ['services', 'prospect', 'Thornlea Homes, Wigan'],
  ['office', 'peer', 'Fjordlight Capital, Oslo | Basalt & Finch, Copenhagen | Nordmoor Payroll, Aarhus'],
  ['office', 'peer', 'Clerkwell Law, London | Spindle Street Studio, Copenhagen | Guildhall Angels, London'],
  [
    'office',
    'peer',
    'Weft and Warp Radio, Berlin | Tidepool Hosting, Odense | Foremen of the North, Malmö | Hollow Lane, London',
  ],
  ['office', 'seller', 'Hirewave Talent, Dublin | Scoutline Recruiting, Berlin | LeadTorrent, Austin'],
  [
    'office',
    'seller',
    'Cloudlattice, Dublin | GrowthPike, London | Perkbasket, Munich | Officebloom, Copenhagen',
  ],
  [
    'office',
    'seller',
    'Data Meridian, Tallinn | Rankorchard, Leeds | Paywisp, Paris | Boothcraft Expo, Hanover',
  ],
  ['office', 'seller', 'Ledgerlark, Aarhus | Callstorm, Manchester | Pixelmoor, Lisbon'],
]

/** Every firm of the sample world, Loomwright first. */
export const sampleCompanies: SampleCompany[] = firms.flatMap(([trade, standing, names]) =>
  names.split(' | ').map((entry) => {
    const [name = '', place = ''] = entry.split(', ')
    return { name, domain: domainOf(name), trade, standing, place }
  }),
)

const byName = new Map(sampleCompanies.map((company) => [company.name, company]))

/** The firm of that name; throws where the sample world has none, so that a slip in a list is found at once. */
export function companyNamed(name: string): SampleCompany {
  const company = byName.get(name)
  if (!company) throw new RangeError(`the sample world has no firm named ${name}`)
  return company
}
