import { z } from 'zod'

/** An IANA time zone that this machine knows. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { message: 'is no time zone that is known here, such as Europe/Vienna' })

function isTimeZone(name: string): boolean {
  // Offsets (+02:00) are taken by Intl too, but know no summer.
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
