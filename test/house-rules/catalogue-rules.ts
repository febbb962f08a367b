import { type Role, roles } from '../../src/platform/actor.ts'
import type { Operation } from '../../src/platform/area.ts'
import { storeys } from './import-rules.ts'
import { type Breach, isServerCode, type Source } from './source.ts'

type Line = Pick<Operation, 'name' | 'kind' | 'route' | 'about' | 'may'>

/** One verb, one line: named, routed and permitted once each, in words that a reader understands. */
export function catalogueRule(operations: readonly Line[]): Breach[] {
  const seen = new Map<string, string>()
  return operations.flatMap((operation) => {
    const { name, route } = operation
    const path = 'src/catalogue.ts'
    const breaches: Breach[] = []
    const wrong = (why: string) => breaches.push({ path, why: `${name}: ${why}` })
    if (!/^[a-z]+\.[a-z][A-Za-z]*$/.test(name)) wrong('a name is area.verb')
    else if (!((name.split('.')[0] as string) in storeys)) wrong('its area stands on no storey')
    const may = operation.may as { name?: string; roles?: readonly Role[] } | undefined
    if (!may?.name || !may.roles?.length) wrong('it says nobody who may')
    else if (may.roles.some((role) => !roles.includes(role))) wrong('it names a role that there is not')
    if (!operation.about || /[.\n]$/.test(operation.about)) wrong('its about is a line without a full stop')
    if (operation.kind === 'question' && !route.startsWith('GET ')) wrong('a question is asked by GET')
    if (operation.kind === 'action' && route.startsWith('GET ')) wrong('an action is never done by GET')
    const shape = route.replace(/:\w+/g, ':')
    for (const [what, key] of [
      ['name', name],
      ['route', shape],
    ] as const) {
      const first = seen.get(`${what} ${key}`)
      if (first) wrong(`its ${what} is already that of ${first}`)
      else seen.set(`${what} ${key}`, name)
    }
    return breaches
  })
}

const kebab = (verb: string) => verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Where an operation is declared: `deals.action('win', {` in src/areas/deals/actions/win-deal.ts. */
function declarationsIn({ path, text }: Source) {
  return [...text.matchAll(/=\s*(\w+)\s*\.(action|question|file)\(\s*'(\w+)'/g)].map(
    ([, area, kind, verb]) => ({
      path,
      area: area as string,
      kind: kind as string,
      verb: verb as string,
    }),
  )
}

/**
 * One name everywhere: each verb has a file of its own that is called like it (`deals.win` in actions/win-deal.ts), and
 * what is declared is in the catalogue.
 */
export function namesRule(sources: readonly Source[], operations: readonly Pick<Line, 'name'>[]): Breach[] {
  const names = new Set(operations.map(({ name }) => name))
  const declared = sources
    .filter((source) => isServerCode(source) && source.path.startsWith('src/areas/'))
    .map((source) => ({ path: source.path, verbs: declarationsIn(source) }))
    .filter(({ verbs }) => verbs.length > 0)
  const breaches = declared.flatMap(({ path, verbs }) => {
    const [first, second] = verbs
    if (!first) return []
    if (second) return [{ path, why: `it holds two verbs, ${first.verb} and ${second.verb}` }]
    const [, area = '', folder = '', base = ''] =
      /^src\/areas\/([^/]+)\/(?:.*\/)?(actions|questions)\/([^/]+)\.ts$/.exec(path) ?? []
    const room = first.kind === 'action' ? 'actions' : 'questions'
    const said: Breach[] = []
    if (folder !== room) said.push({ path, why: `an ${first.kind} lives in ${room}/` })
    const verb = kebab(first.verb)
    if (base && base !== verb && !base.startsWith(`${verb}-`) && !base.endsWith(`-${verb}`))
      said.push({ path, why: `it declares ${first.verb} under another name` })
    if (area && !names.has(`${area}.${first.verb}`))
      said.push({ path, why: `${area}.${first.verb} is not in the catalogue` })
    return said
  })
  const written = new Set(
    declared.flatMap(({ path, verbs }) =>
      verbs.map(({ verb }) => `${/^src\/areas\/([^/]+)/.exec(path)?.[1]}.${verb}`),
    ),
  )
  const nowhere = [...names]
    .filter((name) => !written.has(name))
    .map((name) => ({ path: 'src/catalogue.ts', why: `${name} is declared in no file of its area` }))
  return [...breaches, ...nowhere]
}
