export const refusalCodes = [
  'invalid',
  'not-found',
  'not-allowed',
  'conflict',
  'limited',
  'unavailable',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/**
 * Why something was not done, in words for the person who asked. Everything that the domain refuses is one of these;
 * surfaces translate the code (HTTP status, exit status), never the message.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  /** The input's field that it is about. */
  readonly field: string | undefined
  /** The way out, where there is one. */
  readonly help: string | undefined

  constructor(code: RefusalCode, message: string, more: { field?: string; help?: string } = {}) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.field = more.field
    this.help = more.help
  }
}

/** The input cannot be used. */
export const invalid = (message: string, field?: string, help?: string) =>
  new Refusal('invalid', message, { field, help })
/** It does not exist, or not for whoever asks: the two are told apart by nobody. */
export const notFound = (what: string) => new Refusal('not-found', `There is no such ${what}.`)
/** It exists, and this role may not do that. */
export const notAllowed = (message: string) => new Refusal('not-allowed', message)
/** It was true a moment ago, or stands against something else. */
export const conflict = (message: string, help?: string) => new Refusal('conflict', message, { help })
/** A bound was reached; the message names it. */
export const limited = (message: string, help?: string) => new Refusal('limited', message, { help })
/** Something that it needs is away. */
export const unavailable = (message: string, help?: string) => new Refusal('unavailable', message, { help })
