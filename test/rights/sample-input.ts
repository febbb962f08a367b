import type { Operation } from '../../src/platform/area.ts'
import { schemaOf } from '../../src/platform/operation-document.ts'
import { type Planted, type PlantedField, plantedFields } from './planted-rows.ts'

type Schema = Record<string, unknown> & { properties?: Record<string, Schema>; required?: string[] }

/** A place in an input where the id of a record goes. */
export interface IdPlace {
  name: string
  kind: PlantedField
  required: boolean
  many: boolean
}

/** Names that say another thing than `somethingId`. */
const otherNames: Readonly<Record<string, PlantedField>> = { uploads: 'uploadId', subjectId: 'personId' }

/** Values for fields that a schema alone doesn't tell how to fill, by operation and field, or by field. */
const values: Readonly<Record<string, unknown>> = {
  role: 'viewer',
  'conversations.confirmAddress.role': 'assistant',
  address: 'someone@else.example',
  email: 'someone@else.example',
  timeZone: 'UTC',
  me: ['someone@else.example'],
  paths: ['/nowhere/at/all.mbox'],
  size: 4,
  n: 0,
  relation: 'partner',
  q: 'hushword',
  'today.status.q': 'Paula',
  at: '2026-03-02T09:00:00Z',
  until: '2026-03-05T09:00:00Z',
  key: 'reply-owed thread 1',
}

/** What an operation wants besides the fields that its schema requires. */
const besides: Readonly<Record<string, (ids: Planted) => object>> = {
  'people.edit': () => ({ title: 'Head of words' }),
  'people.editCompany': () => ({ name: 'Words and company' }),
  'relationships.setRelation': (ids) => ({ personId: ids.personId }),
}

/** Where an operation's input takes ids, at any depth of its first level. One of no known kind is an error. */
export function idPlaces(operation: Operation): IdPlace[] {
  const schema = schemaOf(operation.input, 'input') as Schema
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const many = field.type === 'array'
    const inner = (many ? field.items : field) as Schema
    if (!isId(inner)) return []
    const kind = otherNames[name] ?? plantedFields.find((each) => each === name)
    if (!kind)
      throw new Error(`${operation.name} takes ${name}: say in test/rights what a ${name} is, and plant one`)
    return [{ name, kind, required: schema.required?.includes(name) ?? false, many }]
  })
}

function isId(schema: Schema): boolean {
  if (schema.format === 'uuid') return true
  const any = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined
  return any?.some(isId) ?? false
}

/**
 * An input that the operation takes: required fields filled, ids from the planted rows. `at`: one place filled otherwise,
 * also where it may be left out.
 */
export function sampleInput(
  operation: Operation,
  ids: Planted,
  at?: { place: IdPlace; id: string },
): Record<string, unknown> {
  const schema = schemaOf(operation.input, 'input') as Schema
  const input: Record<string, unknown> = {}
  for (const name of schema.required ?? [])
    input[name] = valueFor(operation.name, name, schema.properties?.[name] ?? {})
  for (const place of idPlaces(operation))
    if (place.required) input[place.name] = place.many ? [ids[place.kind]] : ids[place.kind]
  if (at) input[at.place.name] = at.place.many ? [at.id] : at.id
  if (at?.place.name === 'subjectId') input.subjectType = 'person'
  const more = besides[operation.name]?.(ids) ?? {}
  for (const [name, value] of Object.entries(more)) input[name] ??= value
  return input
}

function valueFor(operation: string, name: string, schema: Schema): unknown {
  const known = values[`${operation}.${name}`] ?? values[name]
  if (known !== undefined) return known
  if (Array.isArray(schema.enum)) return schema.enum[0]
  if (schema.const !== undefined) return schema.const
  const any = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined
  if (any?.[0]) return valueFor(operation, name, any[0])
  if (schema.type === 'array') return []
  if (schema.type === 'object') return {}
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  return 'words'
}
