import { z } from 'zod'
import type { Operation } from './area.ts'

/** A line of the catalogue as data: what a program needs to know to call it. Schemas are JSON Schema (2020-12). */
export interface OperationDocument {
  name: string
  kind: Operation['kind']
  about: string
  route: string
  input: Record<string, unknown>
  output: Record<string, unknown>
}

/** The same for the command line, MCP and whoever else shows the catalogue. */
export const operationDocument = ({
  name,
  kind,
  about,
  route,
  input,
  output,
}: Operation): OperationDocument => ({
  name,
  kind,
  about,
  route,
  input: schemaOf(input, 'input'),
  output: schemaOf(output, 'output'),
})

/** A shape as JSON Schema, as it stands on the wire: what JSON Schema has no word for is left open. */
export function schemaOf(shape: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: 'any' })
  return schema
}
