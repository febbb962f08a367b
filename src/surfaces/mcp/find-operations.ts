import type { Operation } from '../../platform/area.ts'

const MOST = 8

/**
 * The operations that words are about, best first: a word in the name counts twice one in the about line, a word's
 * beginning counts as the word. None where no word is found.
 */
export function findOperations(operations: Iterable<Operation>, words: string): Operation[] {
  const wanted = [...new Set(wordsOf(words))]
  return [...operations]
    .map((operation) => ({ operation, score: scoreOf(operation, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.operation.name.localeCompare(b.operation.name))
    .slice(0, MOST)
    .map(({ operation }) => operation)
}

function scoreOf({ name, about }: Operation, wanted: readonly string[]): number {
  const inName = wordsOf(name)
  const inAbout = wordsOf(about)
  const has = (all: readonly string[], word: string) => all.some((each) => alike(each, word))
  return wanted.reduce((sum, word) => sum + (has(inName, word) ? 2 : 0) + (has(inAbout, word) ? 1 : 0), 0)
}

/** The same word in another number or form: companies and company, undoing and undo. */
function alike(a: string, b: string): boolean {
  const shared = Math.max(3, Math.min(a.length, b.length) - 2)
  return a.slice(0, shared) === b.slice(0, shared) && Math.abs(a.length - b.length) <= 3
}

const wordsOf = (text: string): string[] =>
  text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)
