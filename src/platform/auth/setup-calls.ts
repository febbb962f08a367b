import { z } from 'zod'
import { timeZone } from '../time-zone.ts'

const key = z.string().min(20).max(200)
const name = z.string().trim().min(1).max(120)
const password = z.string().min(10, 'wants 10 characters at least').max(128)

/** What can be done before anybody is a member. No operations of the catalogue: those have an actor. */
export const setupCalls = {
  state: {
    route: 'GET /setup',
    about: 'Whether this Rapport has an owner',
    input: z.object({}),
    output: z.object({ claimed: z.boolean() }),
  },
  claim: {
    route: 'POST /setup/claim',
    about: 'Become the first owner by the one-time link, which closes behind you',
    input: z.object({
      key,
      name,
      timeZone: timeZone.optional(),
      email: z.email().max(254).toLowerCase(),
      password,
      workspaceName: name,
    }),
    output: z.object({}),
  },
  join: {
    route: 'POST /setup/join',
    about: 'Come in by an invitation',
    input: z.object({ key, name, password, timeZone: timeZone.optional() }),
    output: z.object({}),
  },
} as const
