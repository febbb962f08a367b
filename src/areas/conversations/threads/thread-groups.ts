import type { Judgement } from '../judging/judgement-shape.ts'
import type { ReadMail } from '../reading/read-mail-shape.ts'
import { anchorsOf } from './anchors.ts'
import { candidateKeys, clueOf, linked, type ThreadClue } from './fallback-links.ts'

/** A mail on its way into threads. `id` is the caller's own and unique. */
export interface GroupedMail {
  id: string
  mail: ReadMail
  judgement: Pick<Judgement, 'newText' | 'quoteStart'>
}

/**
 * The threads of a whole set of mails, as groups of ids: connected components over shared anchors and, for mails
 * without References, over fallback links. Groups and the ids within them are sorted, so the order of the input
 * leaves no trace.
 */
export function threadGroups(mails: readonly GroupedMail[]): string[][] {
  const parent = new Map<string, string>()
  for (const { id } of mails) parent.set(id, id)
  const firstAt = new Map<string, string>()
  for (const { id, mail } of mails) {
    for (const anchor of anchorsOf(mail)) {
      const first = firstAt.get(anchor)
      if (first === undefined) firstAt.set(anchor, id)
      else join(parent, first, id)
    }
  }
  const shelves = new Map<string, [string, ThreadClue][]>()
  for (const { id, mail, judgement } of mails) {
    const clue = clueOf(mail, judgement)
    for (const key of candidateKeys(clue)) {
      const shelf = shelves.get(key)
      if (!shelf) {
        shelves.set(key, [[id, clue]])
        continue
      }
      for (const [other, otherClue] of shelf) {
        if (find(parent, other) !== find(parent, id) && linked(clue, otherClue)) join(parent, other, id)
      }
      shelf.push([id, clue])
    }
  }
  const groups = new Map<string, string[]>()
  for (const { id } of mails) {
    const root = find(parent, id)
    const group = groups.get(root)
    if (group) group.push(id)
    else groups.set(root, [id])
  }
  for (const group of groups.values()) group.sort()
  return [...groups.values()].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
}

/** Union-find with path halving (Tarjan and van Leeuwen 1984). */
function find(parent: Map<string, string>, id: string): string {
  let at = id
  for (;;) {
    const up = parent.get(at) ?? at
    if (up === at) return at
    const above = parent.get(up) ?? up
    parent.set(at, above)
    at = above
  }
}

function join(parent: Map<string, string>, a: string, b: string): void {
  const rootA = find(parent, a)
  const rootB = find(parent, b)
  if (rootA !== rootB) parent.set(rootA < rootB ? rootB : rootA, rootA < rootB ? rootA : rootB)
}
