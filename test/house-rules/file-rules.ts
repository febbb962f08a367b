import type { Breach, Source } from './source.ts'

const NAMELESS = /(?:^|\/)(utils?|helpers?|common|misc|services?|lib|shared|core)\//

/** A folder says what is in it; these names say only that nobody thought of one. */
export const folderRule = (sources: readonly Source[]): Breach[] =>
  sources.flatMap(({ path }) => {
    const name = NAMELESS.exec(path)?.[1]
    return name ? [{ path, why: `a folder called ${name} says nothing of what is in it` }] : []
  })

const LONGEST = 300

/** A table that a program made says so at its top: nobody reads or edits it line by line. */
const isMade = (text: string) => text.slice(0, 600).includes('Not edited by hand')

/** Written files stay short enough to be read in one go. */
export const lengthRule = (sources: readonly Source[]): Breach[] =>
  sources
    .filter(({ path }) => /^(src|web|test|bin|bench)\/.*\.(tsx?|mjs|css)$/.test(path))
    .flatMap(({ path, text }) => {
      const lines = text.split('\n').length - 1
      return lines > LONGEST && !isMade(text) ? [{ path, why: `${lines} lines; ${LONGEST} is the most` }] : []
    })

/** Each runtime dependency has its line (what for, why this one) in docs/dependencies.md, and no line is of one gone. */
export function dependencyRule(sources: readonly Source[]): Breach[] {
  const text = (path: string) => sources.find((source) => source.path === path)?.text ?? ''
  const wanted = JSON.parse(text('package.json') || '{}') as {
    dependencies?: Record<string, string>
    optionalDependencies?: Record<string, string>
  }
  const path = 'docs/dependencies.md'
  return Object.keys({ ...wanted.dependencies, ...wanted.optionalDependencies })
    .filter((name) => !text(path).includes(`\`${name}\``))
    .map((name) => ({ path, why: `${name} has no line` }))
}

/** The map of the house names every area that stands. */
export function mapRule(sources: readonly Source[]): Breach[] {
  const path = 'docs/house.md'
  const map = sources.find((source) => source.path === path)?.text ?? ''
  const areas = new Set(sources.flatMap((source) => /^src\/areas\/([^/]+)\//.exec(source.path)?.[1] ?? []))
  return [...areas]
    .filter((area) => !new RegExp(`\\b${area}\\b`).test(map))
    .map((area) => ({ path, why: `it does not name ${area}` }))
}
