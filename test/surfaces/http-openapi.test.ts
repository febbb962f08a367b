import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { catalogue } from '../../src/catalogue.ts'
import { defineArea } from '../../src/platform/area.ts'
import { anyMember } from '../../src/platform/may.ts'
import { openApi } from '../../src/surfaces/http/openapi.ts'
import { httpServer } from '../../src/surfaces/http/server.ts'
import { type TestHouse, testHouse } from '../house.ts'
import { baseUrl } from './browser.ts'

type Json = Record<string, unknown>
interface Described {
  operationId: string
  parameters?: { name: string; in: string; required: boolean; schema: Json }[]
  requestBody?: { content: Record<string, { schema?: Json }> }
  responses: Record<string, Json>
}
type Document = { openapi: string; paths: Record<string, Record<string, Described>>; components: Json }

let the: TestHouse
let app: FastifyInstance
let document: Document
beforeAll(async () => {
  the = await testHouse({ name: 'openapi' })
  app = await httpServer(the.house, { baseUrl, secret: 's'.repeat(40) })
  document = (await app.inject('/api/v1/openapi.json')).json()
})
afterAll(async () => {
  await app?.close()
  await the?.stop()
})

const described = (from: Document) =>
  Object.entries(from.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([method, operation]) => ({ path, method, operation })),
  )

describe('The OpenAPI document', () => {
  test('is of version 3.1 and says how to sign in', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document).toMatchObject({
      info: { title: 'Rapport', version: expect.any(String) },
      servers: [{ url: `${baseUrl}/api/v1` }],
      security: [{ key: [] }, { session: [] }],
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
    })
  })

  test('holds every operation of the catalogue under its own name, once', () => {
    const ids = described(document).map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(catalogue.map(({ name }) => name)))
    expect(ids).toEqual(expect.arrayContaining(['setup.state', 'setup.claim', 'setup.join', 'live']))
  })

  test('describes each as it is routed: words of the path, of the address, of the body', () => {
    for (const { path, method, operation } of described(document)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1])
      const said = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
      expect(
        said.map(({ name }) => name),
        path,
      ).toEqual(inPath)
      expect(said.every(({ required }) => required)).toBe(true)
      if (method === 'get') expect(operation.requestBody, path).toBeUndefined()
      expect(Object.keys(operation.responses)).toContain('200')
    }
    const role = document.paths['/members/{memberId}/role']?.post
    expect(role?.requestBody?.content['application/json']?.schema).toMatchObject({ required: ['role'] })
  })

  test('points to nothing that is not in it', () => {
    const text = JSON.stringify(document)
    for (const [, pointer = ''] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      let at: unknown = document
      for (const step of pointer.split('/')) at = (at as Json)[step]
      expect(at, pointer).toBeDefined()
    }
    expect(text).not.toContain('#/$defs/')
  })

  test('gives shared and recursive shapes a place of their own', () => {
    const branch: z.ZodType = z.lazy(() => z.object({ name: z.string(), parts: z.array(branch) }))
    const tree = defineArea('trial').question('tree', {
      about: 'A tree',
      route: 'GET /tree',
      input: z.object({}),
      output: z.object({ root: branch }),
      may: anyMember,
      run: async () => ({ root: {} }),
    })
    const small = openApi([tree], baseUrl) as unknown as Document
    const schemas = small.components.schemas as Json
    expect(Object.keys(schemas).filter((name) => name.startsWith('trial.tree.output'))).toHaveLength(1)
    expect(JSON.stringify(small)).not.toContain('#/$defs/')
  })
})

test('The catalogue is told as JSON to whoever asks', async () => {
  const list = (await app.inject('/api/v1/operations')).json()
  expect(list.map(({ name }: { name: string }) => name).sort()).toEqual(
    catalogue.map(({ name }) => name).sort(),
  )
  expect(list[0]).toMatchObject({
    kind: expect.any(String),
    input: expect.any(Object),
    output: expect.any(Object),
  })
})
