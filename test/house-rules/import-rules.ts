import { type Breach, importsOf, type Source, targetOf } from './source.ts'

/** The storeys of the house: calls go down the stairs. An area that is not listed here is not in the house. */
export const storeys: Readonly<Record<string, number>> = {
  workspace: 0,
  people: 1,
  conversations: 2,
  signals: 2,
  relationships: 3,
  compose: 3,
  deals: 4,
  playbook: 4,
  customers: 5,
  revenue: 5,
  bench: 5,
  lists: 6,
  outreach: 6,
  meetings: 6,
  rooms: 6,
  today: 7,
  reports: 8,
  leadership: 9,
}

const PUBLIC = new Set(['door.ts', 'facts.ts'])
const isTest = (path: string) => path.endsWith('.test.ts') || path.endsWith('.test.tsx')
const areaOf = (path: string) => /^src\/areas\/([^/]+)\//.exec(path)?.[1]
const surfaceOf = (path: string) => /^src\/surfaces\/([^/]+)\//.exec(path)?.[1]

/** Who may import whom: each import of server and web code, judged by where it begins and where it ends. */
export function importRule(sources: readonly Source[]): Breach[] {
  return sources
    .filter(({ path }) => /^(src|web)\/.*\.tsx?$/.test(path) && !isTest(path))
    .flatMap((source) =>
      importsOf(source).flatMap(({ from, typeOnly }) => {
        const target = targetOf(source.path, from)
        const why = target === null ? null : judge(source.path, target, typeOnly)
        return why ? [{ path: source.path, why: `${why} (${from})` }] : []
      }),
    )
}

function judge(path: string, target: string, typeOnly: boolean): string | null {
  if (isTest(target) || target.startsWith('test/')) return 'code of the product stands on a test'
  if (path.startsWith('web/')) return fromWeb(target, typeOnly)
  if (target.startsWith('web/')) return 'the server knows nothing of the web app'
  if (path.startsWith('src/platform/'))
    return target.startsWith('src/platform/') ? null : 'the platform knows only itself'
  if (path.startsWith('src/sample/'))
    return /^src\/(sample|platform)\//.test(target) ? null : 'the sample world knows the platform and itself'
  const area = areaOf(path)
  if (area) return fromArea(area, target)
  const surface = surfaceOf(path)
  if (surface) return fromSurface(surface, target)
  // catalogue.ts, wiring.ts and main.ts put the house together.
  return null
}

function fromWeb(target: string, typeOnly: boolean): string | null {
  if (target.startsWith('web/')) return null
  if (target !== 'src/catalogue.ts') return 'the web app knows nothing of the server but its catalogue'
  return typeOnly ? null : 'the web app takes types from the catalogue, never code'
}

function fromArea(area: string, target: string): string | null {
  if (target.startsWith('src/platform/')) return null
  // Invented people and letters, without code of any area: the sample world is opened by an action like any other.
  if (target.startsWith('src/sample/')) return null
  const other = areaOf(target)
  if (!other) return 'an area knows the platform and lower areas'
  if (other === area) return null
  const [here, there] = [storeys[area], storeys[other]]
  if (here === undefined || there === undefined)
    return `${here === undefined ? area : other} stands on no storey`
  if (there >= here) return `${area} (storey ${here}) reaches ${there > here ? 'up' : 'sideways'} to ${other}`
  return PUBLIC.has(target.slice(`src/areas/${other}/`.length))
    ? null
    : `${area} goes into ${other} past its door`
}

function fromSurface(surface: string, target: string): string | null {
  if (target.startsWith('src/platform/') || target === 'src/catalogue.ts') return null
  return surfaceOf(target) === surface ? null : 'a surface knows the platform and the catalogue'
}

/**
 * No file exists to pass on what others export: whoever needs a thing names the file that it is in. Only an area's door
 * does, name by name and from its own area, because it is what higher areas are let in by.
 */
export function barrelRule(sources: readonly Source[]): Breach[] {
  return sources
    .filter(({ path }) => /^(src|web|test|bench)\/.*\.tsx?$/.test(path))
    .flatMap(({ path, text }) => {
      if (/(^|\/)index\.tsx?$/.test(path)) return [{ path, why: 'an index file is a barrel in waiting' }]
      const passed = [
        ...text.matchAll(/^export\s+(?:type\s+)?(\*|\{[^}]*\})(?:\s+as\s+\w+)?\s+from\s+['"]([^'"]+)['"]/gm),
      ]
      const isDoor = /^src\/areas\/[^/]+\/door\.ts$/.test(path)
      const wrong = passed.find(([, what, from]) => !isDoor || what === '*' || !from?.startsWith('./'))
      return wrong ? [{ path, why: `it passes on what another file exports (${wrong[2]})` }] : []
    })
}
