import type { z } from 'zod'
import type { Operation } from '../../platform/area.ts'
import { setupCalls } from '../../platform/auth/setup-calls.ts'
import { schemaOf } from '../../platform/operation-document.ts'
import { refusalCodes } from '../../platform/refusal.ts'

type Schema = Record<string, unknown>
type Line = Pick<
  Operation,
  'name' | 'kind' | 'about' | 'route' | 'input' | 'output' | 'answers' | 'takesBytes'
> & { roles: readonly string[] | null }

/** What may come back instead of an answer. */
const refusals: Record<string, string> = {
  400: 'invalid: the input cannot be used; `field` names the part',
  401: 'not-allowed: nobody is signed in, and no key was sent',
  403: 'not-allowed: this role may not do that',
  404: 'not-found: it does not exist, or not for you',
  409: 'conflict: it stands against something else',
  413: 'limited: the body is too large',
  429: 'limited: a bound was reached; `Retry-After` says when to come back',
  503: 'unavailable: something that it needs is away',
}

/** The catalogue as an OpenAPI 3.1 document; schemas are JSON Schema 2020-12, as that version takes them. */
export function openApi(operations: Iterable<Operation>, baseUrl: string): Schema {
  const schemas: Schema = { Error: errorSchema }
  const lines: Line[] = [...operations].map((operation) => ({ ...operation, roles: operation.may.roles }))
  for (const [verb, call] of Object.entries(setupCalls))
    lines.push({
      ...call,
      name: `setup.${verb}`,
      kind: call.route.startsWith('GET') ? 'question' : 'action',
      answers: 'json',
      takesBytes: false,
      roles: null,
    })
  const paths: Record<string, Schema> = {}
  for (const line of lines) {
    const [method = 'GET', route = '/'] = line.route.split(' ')
    const path = route.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(line, route, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rapport',
      version: '1',
      description:
        'Everything that Rapport can do. The same operations are on its pages, its command line and MCP.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    tags: [...new Set(lines.map(({ name }) => name.split('.')[0]))].map((name) => ({ name })),
    paths: { ...paths, '/live': { get: live } },
    components: {
      schemas,
      responses: Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => [`Refused${status}`, refused(description)]),
      ),
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key (rk_…) of workspace.createToken.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'rapport.session_token',
          description: 'Set by signing in.',
        },
      },
    },
    security: [{ key: [] }, { session: [] }],
  }
}

function operationOf(line: Line, route: string, schemas: Schema): Schema {
  const input = hoisted(line, 'input', schemas)
  const properties = (input.properties ?? {}) as Record<string, Schema>
  const required = new Set((input.required ?? []) as string[])
  const inPath = [...route.matchAll(/:(\w+)/g)].map((found) => found[1] as string)
  const others = Object.keys(properties).filter((name) => !inPath.includes(name))
  const inQuery = line.kind === 'question' || line.takesBytes ? others : []
  const body = line.takesBytes
    ? { 'application/octet-stream': {} }
    : line.kind === 'action' && others.length > 0
      ? { 'application/json': { schema: without(input, inPath) } }
      : null
  const parameter = (name: string, where: string) => ({
    name,
    in: where,
    required: where === 'path' || required.has(name),
    schema: properties[name] ?? { type: 'string' },
  })
  return {
    operationId: line.name,
    summary: line.about,
    tags: [line.name.split('.')[0]],
    'x-kind': line.kind,
    ...(line.roles ? { 'x-roles': line.roles } : { security: [] }),
    parameters: [
      ...inPath.map((name) => parameter(name, 'path')),
      ...inQuery.map((name) => parameter(name, 'query')),
    ],
    ...(body ? { requestBody: { required: true, content: body } } : {}),
    responses: {
      200: { description: 'Done', content: answerOf(line, schemas) },
      ...Object.fromEntries(
        Object.keys(refusals).map((status) => [status, { $ref: `#/components/responses/Refused${status}` }]),
      ),
    },
  }
}

const answerOf = (line: Line, schemas: Schema): Schema =>
  line.answers === 'file'
    ? { '*/*': {} }
    : { 'application/json': { schema: hoisted(line, 'output', schemas) } }

/** A shape with its shared parts moved to where OpenAPI looks for them. */
function hoisted(line: Line, io: 'input' | 'output', schemas: Schema): Schema {
  const { $defs, ...schema } = schemaOf(line[io] as z.ZodType, io)
  const nameOf = (part: string) => (part.startsWith('__') ? `${line.name}.${io}.${part.slice(2)}` : part)
  const moved = (part: unknown): Schema =>
    JSON.parse(
      JSON.stringify(part).replace(
        /"\$ref":"#\/\$defs\/([^"]+)"/g,
        (_, name: string) => `"$ref":"#/components/schemas/${nameOf(name)}"`,
      ),
    )
  for (const [name, part] of Object.entries(($defs ?? {}) as Schema)) schemas[nameOf(name)] = moved(part)
  return moved(schema)
}

function without(schema: Schema, names: string[]): Schema {
  const properties = Object.fromEntries(
    Object.entries((schema.properties ?? {}) as Schema).filter(([name]) => !names.includes(name)),
  )
  const required = ((schema.required ?? []) as string[]).filter((name) => !names.includes(name))
  return { ...schema, properties, ...(schema.required ? { required } : {}) }
}

const refused = (description: string) => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
})

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { enum: refusalCodes },
        message: { type: 'string', description: 'For a person, in one line.' },
        field: { type: 'string', description: 'The part of the input that it is about.' },
        help: { type: 'string', description: 'The way out, where there is one.' },
      },
    },
  },
}

const live = {
  operationId: 'live',
  summary: 'News as server-sent events: each is {name, id} of a fact that you may hear of',
  tags: ['live'],
  responses: {
    200: { description: 'A stream that goes on', content: { 'text/event-stream': {} } },
    401: { $ref: '#/components/responses/Refused401' },
    429: { $ref: '#/components/responses/Refused429' },
  },
}
