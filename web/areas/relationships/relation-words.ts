import type { Relation } from '../../catalogue.ts'

/** The relations with the key that sets each and what it means for Today. */
export const RELATIONS: { relation: Relation; key: string; word: string; about: string }[] = [
  { relation: 'buyer', key: 'b', word: 'Buyer', about: 'may buy; counts on Today' },
  { relation: 'customer', key: 'c', word: 'Customer', about: 'has bought; counts on Today' },
  { relation: 'partner', key: 'p', word: 'Partner', about: 'works with you; counts on Today' },
  { relation: 'colleague', key: 'o', word: 'Colleague', about: 'one of your own' },
  { relation: 'pitch', key: 'x', word: 'Pitch', about: 'wants to sell to you' },
  { relation: 'private', key: 'v', word: 'Private', about: 'not about business' },
]

/** Every relation that a list can be narrowed to. */
export const RELATION_NAMES: Relation[] = [...RELATIONS.map((it) => it.relation), 'unsorted']

/** The word on screen for a relation. */
export function relationWord(relation: Relation): string {
  return RELATIONS.find((it) => it.relation === relation)?.word ?? 'Unsorted'
}
