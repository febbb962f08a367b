import type { Ctx } from './context.ts'

/** Something that happened, named in the past tense: `conversations.mailsArrived`. */
export interface Fact<P> {
  name: string
  /** Never set; carries the payload's type. */
  payload?: P
}

/** Declares a fact of an area. Its payload holds ids and figures, never text from a mail. */
export const fact = <P extends object>(name: string): Fact<P> => ({ name })

/** What a higher area does when a lower one tells a fact: in the teller's transaction, so that neither is without the other. */
export interface Listener {
  fact: string
  hear(ctx: Ctx, payload: never): Promise<void>
}

/** Hears a fact. Heavy work belongs into `ctx.later`. */
export const listen = <P>(to: Fact<P>, hear: (ctx: Ctx, payload: P) => Promise<void>): Listener => ({
  fact: to.name,
  hear,
})
