import { z } from 'zod'

/** One change of an action: an added or removed row, or one field of a changed one. */
export const change = z.object({
  what: z.string(),
  kind: z.enum(['added', 'changed', 'removed']),
  field: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
})
export type Change = z.output<typeof change>

/** A line of the journal as it is stored. */
export interface Written {
  tab: string
  kind: 'insert' | 'update' | 'delete'
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

const hidden = /^(id|workspace_id|user_id|import_id)$|hash|secret|password|token/
const longest = 500

/** What a line of the journal says to a reader: fields that differ, without ids of no meaning and without secrets. */
export function changesOf({ tab, kind, before, after }: Written): Change[] {
  const what = (tab.split('.')[1] ?? tab).replaceAll('_', ' ')
  if (kind === 'insert') return [{ what, kind: 'added', field: null, before: null, after: null }]
  if (kind === 'delete') return [{ what, kind: 'removed', field: null, before: labelOf(before), after: null }]
  return Object.keys(before ?? {})
    .filter((field) => !hidden.test(field))
    .filter((field) => JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]))
    .map((field) => ({
      what,
      kind: 'changed' as const,
      field,
      before: short(before?.[field]),
      after: short(after?.[field]),
    }))
}

function labelOf(row: Record<string, unknown> | null): unknown {
  for (const field of ['name', 'address', 'domain', 'subject', 'text', 'email'])
    if (typeof row?.[field] === 'string') return short(row[field])
  return null
}

function short(value: unknown): unknown {
  if (value === undefined) return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : value
}
