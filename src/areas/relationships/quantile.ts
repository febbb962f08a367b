/**
 * The q-quantile (0 to 1) by linear interpolation between order statistics (Hyndman and Fan 1996, type 7, what most
 * spreadsheets use). Null for no values.
 */
export function quantile(values: readonly number[], q: number): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const place = (sorted.length - 1) * q
  const low = sorted[Math.floor(place)] ?? 0
  const high = sorted[Math.ceil(place)] ?? low
  return low + (high - low) * (place - Math.floor(place))
}

/** The middle value; null for none. */
export const median = (values: readonly number[]): number | null => quantile(values, 0.5)
