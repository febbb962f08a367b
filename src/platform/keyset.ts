import { invalid } from './refusal.ts'

/** Packs the last row's sort values into a cursor. */
export const packCursor = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** Reads a cursor of `length` values; one that was not made here is refused. */
export function readCursor(cursor: string | undefined, length: number): (string | number | null)[] | null {
  if (cursor === undefined) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((v) => v === null || typeof v !== 'object')
    )
      return values
  } catch {}
  throw invalid('This cursor is not one of ours.', 'cursor', 'Begin again without a cursor.')
}

/** Cuts the one row too many off a page that was asked for with `limit + 1`, and makes the next cursor from the last. */
export function pageOf<R>(rows: R[], limit: number, key: (row: R) => (string | number | null)[]) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? packCursor(key(last)) : null }
}
