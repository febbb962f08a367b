import { stripTypeScriptTypes } from 'node:module'

/** A file of the repository: its path from the root, with slashes, and its text. Every rule takes these and nothing else. */
export interface Source {
  path: string
  text: string
}

/** A place that breaks a rule, in words for whoever has to mend it. */
export interface Breach {
  path: string
  why: string
}

/** One import, re-export or dynamic import. `typeOnly`: gone once the types are stripped. */
export interface Import {
  from: string
  typeOnly: boolean
}

const FROM = /^[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*(['"])([^'"\n]+)\1/gm
const BARE = /^[ \t]*import\s*(['"])([^'"\n]+)\1/gm
const DYNAMIC = /\bimport\(\s*(['"])([^'"\n]+)\1/g

/** Reads a file's imports. In .ts, what Node itself would strip tells types from values; in .tsx the word `type` does. */
export function importsOf({ path, text }: Source): Import[] {
  const all = found(text)
  if (!path.endsWith('.ts')) {
    const types = new Set(
      [...text.matchAll(/^[ \t]*import\s+type\b[^'"]*['"]([^'"]+)['"]/gm)].map((m) => m[1]),
    )
    const values = new Set(found(text.replace(/^[ \t]*import\s+type\b[^'"]*['"][^'"]+['"]/gm, '')))
    return [...new Set(all)].map((from) => ({ from, typeOnly: types.has(from) && !values.has(from) }))
  }
  const values = new Set(found(stripTypeScriptTypes(text)))
  return [...new Set(all)].map((from) => ({ from, typeOnly: !values.has(from) }))
}

const found = (text: string): string[] =>
  [FROM, BARE, DYNAMIC].flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[2] as string))

/** The path that a relative import means, from the repository's root; null for a package. */
export function targetOf(path: string, from: string): string | null {
  if (!from.startsWith('.')) return null
  const parts = path.split('/').slice(0, -1)
  for (const part of from.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Whether the rules for what runs in production hold for a file: the server's own code, without its tests. */
export const isServerCode = ({ path }: Source): boolean =>
  path.startsWith('src/') && path.endsWith('.ts') && !path.endsWith('.test.ts')

const TOKEN =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|(?<=[=(,:[!&|?{};\n]\s*)\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g

/**
 * The text with comments, quoted strings and patterns emptied, so that a rule about calls doesn't stumble over words
 * about them. Template strings stay: code may stand inside them.
 */
export const codeOf = (text: string): string =>
  text.replace(TOKEN, (token) => (token.startsWith('/') ? ' ' : `${token[0]}${token[0]}`))
