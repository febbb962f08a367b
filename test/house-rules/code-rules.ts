import { type Breach, codeOf, importsOf, isServerCode, type Source } from './source.ts'

function rule(pattern: RegExp, allowed: RegExp, why: string) {
  return (sources: readonly Source[]): Breach[] =>
    sources
      .filter((source) => isServerCode(source) && !allowed.test(source.path))
      .flatMap(({ path, text }) => {
        const found = pattern.exec(codeOf(text))
        return found ? [{ path, why: `${why} (${found[0].trim()})` }] : []
      })
}

/** The environment is read in one place, where every variable has its name, its default and its check. */
export const environmentRule = rule(
  /\bprocess\.env\b|\bprocess\s*\[\s*['"`]/,
  /^src\/platform\/config\//,
  'only config reads the environment',
)

/** The present moment comes from the clock: `ctx.now`. `new Date(x)` reads a moment that is given, and is fine. */
export const clockRule = rule(
  /\bnew Date\(\s*\)|\bnew Date\b(?!\s*\()|\bDate\.now\b|(?<!new )\bDate\(\s*\)/,
  /^src\/platform\/clock\.ts$/,
  'only the clock knows what time it is',
)

const NETWORK = new Set(['net', 'tls', 'http', 'https', 'http2', 'dgram', 'undici', 'ws', 'axios', 'got'])
const OUTGOING = /(?<![\w.$])fetch\s*\(|\bglobalThis\.fetch\b|\bnew (?:WebSocket|EventSource)\b/
/** What opens no connection of its own: outbound.ts itself, and looking whether a port of this machine is free. */
const ALLOWED = new Set(['src/platform/outbound.ts', 'src/platform/process/free-port.ts'])

/** Every request to the outside goes through outbound.ts, where addresses are checked and limits hold. */
export function outboundRule(sources: readonly Source[]): Breach[] {
  return sources
    .filter((source) => isServerCode(source) && !ALLOWED.has(source.path))
    .flatMap((source) => {
      const called = OUTGOING.exec(codeOf(source.text))
      const taken = importsOf(source).find(
        ({ from, typeOnly }) => !typeOnly && NETWORK.has(from.replace(/^node:/, '')),
      )
      const what = called?.[0] ?? taken?.from
      return what ? [{ path: source.path, why: `only outbound.ts talks to the outside (${what})` }] : []
    })
}
