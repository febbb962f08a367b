import type { z } from 'zod'
import { schemaOf } from '../../platform/operation-document.ts'

type Wanted = 'text' | 'number' | 'yes-or-no' | 'list' | 'numbers'

/**
 * Reads words of an address as an input wants them: a number, a yes or no, a list of one. Everything in an address is
 * text, and one value looks like no list. What does not read is left as it is, for the input's shape to refuse.
 */
export function queryValues(input: z.ZodType): (words: Record<string, unknown>) => Record<string, unknown> {
  const properties = (schemaOf(input, 'input').properties ?? {}) as Record<string, Schema>
  const wanted = new Map(Object.entries(properties).map(([name, schema]) => [name, wantedBy(schema)]))
  return (words) =>
    Object.fromEntries(Object.entries(words).map(([name, value]) => [name, read(wanted.get(name), value)]))
}

interface Schema {
  type?: string | string[]
  items?: Schema
  anyOf?: Schema[]
}

function wantedBy(schema: Schema): Wanted {
  const types = [schema.type ?? []].flat()
  const [inner] = (schema.anyOf ?? []).filter(({ type }) => type !== 'null')
  if (types.length === 0 && inner) return wantedBy(inner)
  if (types.includes('array')) return schema.items && wantedBy(schema.items) === 'number' ? 'numbers' : 'list'
  if (types.includes('string')) return 'text'
  if (types.includes('number') || types.includes('integer')) return 'number'
  return types.includes('boolean') ? 'yes-or-no' : 'text'
}

function read(wanted: Wanted | undefined, value: unknown): unknown {
  if (wanted === 'list') return [value].flat()
  if (wanted === 'numbers') return [value].flat().map(asNumber)
  if (wanted === 'number') return asNumber(value)
  if (wanted === 'yes-or-no') return value === 'true' ? true : value === 'false' ? false : value
  return value
}

const asNumber = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value
