import { storeys } from './import-rules.ts'
import { type Breach, isServerCode, type Source } from './source.ts'

const WRITES =
  /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+([a-z_]+)\.([a-z_]+)/gi
const READS = /\b(?:from|join)\s+([a-z_]+)\.([a-z_]+)/gi
const COPIES = /\bcopy\s+([a-z_]+)\.([a-z_]+)\s*(?:\([^)]*\))?\s*from\b/gi

const areaOf = (path: string) => /^src\/areas\/([^/]+)\//.exec(path)?.[1]
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/^\s*\/\/.*$/gm, ' ')

/** An area writes only its own tables (the workspace area's are the platform's), and reads none of a higher area. */
export function ownTablesRule(sources: readonly Source[]): Breach[] {
  return sources.filter(isServerCode).flatMap(({ path, text }) => {
    const area = areaOf(path)
    if (!area) return []
    const sql = withoutComments(text)
    const own = area === 'workspace' ? 'platform' : area
    const foreign = [...sql.matchAll(WRITES), ...sql.matchAll(COPIES)]
      .filter(([, schema = '']) => isSchema(schema) && schema !== own)
      .map(([said]) => ({ path, why: `${area} writes a table that is not its own (${said})` }))
    const upward = [...sql.matchAll(READS)]
      .filter(([, schema = '']) => (storeys[schema] ?? -1) > (storeys[area] ?? 99))
      .map(([said]) => ({ path, why: `${area} reads up the stairs (${said})` }))
    return [...foreign, ...upward]
  })
}

const isSchema = (name: string) => name === 'platform' || name in storeys

/** Questions only read: no statement that writes, no fact told, no work put off. (They run read-only besides.) */
export function questionRule(sources: readonly Source[]): Breach[] {
  return sources
    .filter((source) => isServerCode(source) && /^src\/areas\/[^/]+\/questions\//.test(source.path))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text)
      const found =
        /\b(?:insert\s+into|delete\s+from|merge\s+into|truncate)\s|\bupdate\s+[\w.]+\s+set\b|\bfor\s+update\b/i.exec(
          code,
        ) ?? /\bctx\.(?:tell|later)\(/.exec(code)
      return found ? [{ path, why: `a question writes (${found[0].trim()})` }] : []
    })
}

/** Lists page by keyset: an offset makes the database walk over all that was shown before. */
export const offsetRule = (sources: readonly Source[]): Breach[] =>
  sources
    .filter((source) => isServerCode(source) && source.path.startsWith('src/areas/'))
    .flatMap(({ path, text }) =>
      /\boffset\s+(?:\$\{|\d|\$\d)/i.test(withoutComments(text))
        ? [{ path, why: 'a list pages by offset' }]
        : [],
    )
