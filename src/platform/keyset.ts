import { invalid } from './refusal.ts'

/** Packs the last row's sort values into a cursor. */
export const packCursor = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url')

/** What a value of a cursor is, so that none reaches the database that it could not read. */
export type CursorValue = keyof typeof isValue

const isValue = {
  text: (value: unknown) => typeof value === 'string' && !value.includes('\0') && value.isWellFormed(),
  id: (value: unknown) =>
    typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  time: (value: unknown) =>
    typeof value === 'string' && isoTime.test(value) && !Number.isNaN(Date.parse(value)),
  number: (value: unknown) => typeof value === 'number',
  none: (value: unknown) => value === null,
}
const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Reads a cursor with these values, each of one kind or of several; one that was not made here is refused. */
export function readCursor(
  cursor: string | undefined,
  kinds: readonly (CursorValue | readonly CursorValue[])[],
): (string | number | null)[] | null {
  if (cursor === undefined) return null
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (
      Array.isArray(values) &&
      values.length === kinds.length &&
      values.every((value, at) => [kinds[at] ?? []].flat().some((kind) => isValue[kind](value)))
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
