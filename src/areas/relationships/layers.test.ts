import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layersOf } from './layers.ts'

const people = (n: number): { id: string; depth: number }[] =>
  Array.from({ length: n }, (_, i) => ({ id: `p${String(i).padStart(4, '0')}`, depth: 1 + ((i * 7) % 100) }))

describe('layersOf', () => {
  it('fills five, fifteen, fifty and a hundred and fifty places from the deepest outwards', () => {
    const { people: ranked, capacity } = layersOf(people(200))
    expect([1, 5, 6, 15, 16, 50, 51, 150, 151].map((place) => ranked[place - 1]?.layer)).toEqual([
      5,
      5,
      15,
      15,
      50,
      50,
      150,
      150,
      null,
    ])
    expect(capacity).toEqual({ places: 150, taken: 150, free: 0, beyond: 50 })
  })

  it('has all places free where there is nobody, and gives none to somebody of depth nought', () => {
    expect(layersOf([{ id: 'a', depth: 0 }])).toMatchObject({
      people: [],
      capacity: { taken: 0, free: 150, beyond: 0 },
    })
  })

  it('does not depend on the order given, and adds up', () => {
    const some = fc.uniqueArray(fc.record({ id: fc.uuid(), depth: fc.nat(100) }), {
      selector: (p) => p.id,
      maxLength: 60,
    })
    fc.assert(
      fc.property(some, (all) => {
        const result = layersOf(all, [3, 9, 27])
        expect(layersOf([...all].reverse(), [3, 9, 27])).toEqual(result)
        expect(result.capacity.taken + result.capacity.free).toBe(27)
        expect(result.capacity.taken + result.capacity.beyond).toBe(result.people.length)
        for (const [i, person] of result.people.entries()) {
          expect(person.place).toBe(i + 1)
          expect(person.depth).toBeLessThanOrEqual(result.people[i - 1]?.depth ?? 100)
        }
      }),
    )
  })
})
