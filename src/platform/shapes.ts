import { z } from 'zod'

/** Shapes that inputs and answers of every area share. */
export const id = z.uuid()
/** A moment as ISO 8601 with its zone. */
export const time = z.iso.datetime({ offset: true })
/** Where a list goes on: opaque, from the page before. */
export const cursor = z.string().max(400).optional()
/** How many lines a page holds. */
export const limit = z.coerce.number().int().min(1).max(200).default(50)
/** What each action answers at least: the name under which it can be undone. */
export const done = z.object({ actionId: id })
/** Nothing to say. */
export const nothing = z.object({})

/** A page of a list, and the cursor of the next one. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })
