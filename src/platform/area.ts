import { z } from 'zod'
import type { Role } from './actor.ts'
import type { Ctx } from './context.ts'

export type Method = 'GET' | 'POST' | 'PUT'
export type Route = `${Method} /${string}`

/** A permission on a verb: named, so that a reader and a test can say which. Loaders narrow it to records. */
export interface May {
  name: string
  roles: readonly Role[]
}

/** Answers may carry dates where the wire carries ISO strings. */
export type Loose<T> = T extends string
  ? T | Date
  : T extends readonly (infer E)[]
    ? readonly Loose<E>[]
    : T extends object
      ? { [K in keyof T]: Loose<T[K]> }
      : T

/** What answers with bytes instead of JSON: a download, or a mail's HTML for a sandboxed frame. */
export interface FileAnswer {
  fileName: string
  type: string
  body: Buffer
  /** Shown in a sandboxed frame under a strict policy instead of being downloaded. */
  sandboxed?: { remoteImages: boolean }
}

interface Common<I extends z.ZodType> {
  about: string
  route: Route
  input: I
  /** Required, so that no surface can forget it. */
  may: May
}

export interface Operation<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  N extends string = string,
> extends Common<I> {
  name: N
  kind: 'action' | 'question'
  output: O
  answers: 'json' | 'file'
  /** An action whose doing is not worth a line in the history (it writes nothing that people own). */
  quiet: boolean
  /** Takes the request's raw body as `bytes`. */
  takesBytes: boolean
  run(ctx: Ctx, input: z.output<I>, bytes?: Buffer): Promise<unknown>
}

interface ActionSpec<I extends z.ZodType, O extends z.ZodType> extends Common<I> {
  output: O
  quiet?: boolean
  takesBytes?: boolean
  run(ctx: Ctx, input: z.output<I>, bytes?: Buffer): Promise<Loose<z.input<O>>>
}
interface QuestionSpec<I extends z.ZodType, O extends z.ZodType> extends Common<I> {
  output: O
  run(ctx: Ctx, input: z.output<I>): Promise<Loose<z.input<O>>>
}
interface FileSpec<I extends z.ZodType> extends Common<I> {
  run(ctx: Ctx, input: z.output<I>): Promise<FileAnswer>
}

const fileOutput = z.object({ fileName: z.string(), type: z.string() })

/**
 * An area's way to declare its verbs; a name is a literal type, by which the web app finds its shapes. An action writes and is performed in one transaction; a question only reads, in a
 * read-only transaction; a file is a question that answers with bytes.
 */
export function defineArea<const A extends string>(area: A) {
  const base = { answers: 'json', quiet: false, takesBytes: false } as const
  return {
    area,
    action: <const V extends string, I extends z.ZodType, O extends z.ZodType>(
      verb: V,
      spec: ActionSpec<I, O>,
    ) => ({ ...base, ...spec, name: `${area}.${verb}`, kind: 'action' }) as Operation<I, O, `${A}.${V}`>,
    question: <const V extends string, I extends z.ZodType, O extends z.ZodType>(
      verb: V,
      spec: QuestionSpec<I, O>,
    ) => ({ ...base, ...spec, name: `${area}.${verb}`, kind: 'question' }) as Operation<I, O, `${A}.${V}`>,
    file: <const V extends string, I extends z.ZodType>(verb: V, spec: FileSpec<I>) =>
      ({
        ...base,
        ...spec,
        name: `${area}.${verb}`,
        kind: 'question',
        answers: 'file',
        output: fileOutput,
      }) as Operation<I, typeof fileOutput, `${A}.${V}`>,
  }
}
