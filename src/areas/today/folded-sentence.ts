import type { Morning } from './morning.ts'
import { counted } from './number-words.ts'

const named: Record<string, [string, string]> = {
  colleague: ['colleague', 'colleagues'],
  pitch: ['who sells', 'who sell'],
  private: ['private', 'private'],
  unsorted: ['not sorted yet', 'not sorted yet'],
}

/** Those whose mail does not count and who wait for an answer, in one folded line: "Nine others asked something: four colleagues, …". */
export function foldedSentence(folded: Morning['folded']): { people: number; sentence: string } | null {
  const people = folded.reduce((sum, each) => sum + each.people, 0)
  if (people === 0) return null
  const parts = folded.map(({ relation, people: n }) => {
    const [one, many] = named[relation] ?? [relation, relation]
    return `${n} ${n === 1 ? one : many}`
  })
  const who = counted(people, 'other', 'others')
  return {
    people,
    sentence: `${who.charAt(0).toUpperCase()}${who.slice(1)} asked you something and ${people === 1 ? 'does' : 'do'} not count here: ${parts.join(', ')}.`,
  }
}
