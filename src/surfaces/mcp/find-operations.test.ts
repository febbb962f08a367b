import { describe, expect, test } from 'vitest'
import type { Operation } from '../../platform/area.ts'
import { findOperations } from './find-operations.ts'

const all = [
  { name: 'people.getCompany', about: 'A company with its domains' },
  { name: 'people.get', about: 'A person with addresses' },
  { name: 'workspace.undo', about: 'Take back what an action wrote' },
  { name: 'relationships.setRelation', about: 'Say what a person or a whole domain is to us' },
] as Operation[]
const found = (words: string) => findOperations(all, words).map(({ name }) => name)

describe('Operations found by words', () => {
  test.each([
    ['undoing', ['workspace.undo']],
    ['companies', ['people.getCompany']],
    ['the relation of a domain', ['relationships.setRelation', 'people.getCompany']],
    ['nothing of the kind', []],
    ['', []],
  ])('%s', (words, names) => {
    expect(found(words)).toEqual(names)
  })
})
