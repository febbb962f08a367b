import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue.ts'
import { type FreshDatabase, freshDatabase } from '../database.ts'
import { addressOf, cleanEnvironment, mainFile, runRapport } from './run-rapport.ts'

/** The SDK's own client against a process of ours: whatever else stood on standard output would break it. */
describe('MCP over standard input and output', { timeout: 60_000 }, () => {
  let database: FreshDatabase
  let open: Client[] = []
  const errors: Error[] = []

  beforeAll(async () => {
    database = await freshDatabase('mcp')
  })
  afterEach(async () => {
    for (const client of open) await client.close()
    open = []
    expect(errors).toEqual([])
  })
  afterAll(() => database?.drop())

  const env = () => cleanEnvironment({ DATABASE_URL: addressOf(database.connection), RAPPORT_LOG: 'info' })

  async function connect(...words: string[]): Promise<Client> {
    const client = new Client({ name: 'test', version: '1' })
    client.onerror = (error) => void errors.push(error)
    open.push(client)
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [mainFile, 'mcp', ...words],
        env: env(),
        stderr: 'ignore',
      }),
    )
    return client
  }

  const said = (result: unknown): string => {
    const [first] = (result as CallToolResult).content
    return first?.type === 'text' ? first.text : ''
  }
  const keyOf = async (role: string): Promise<string> => {
    const { out } = await runRapport(['token', 'create', '--name', 'an agent', '--role', role, '--json'], {
      env: env(),
    })
    return JSON.parse(out).key
  }

  test('without a key: shows what asks and says why it does no more', async () => {
    const client = await connect()
    const { tools } = await client.listTools()
    const names = tools.map(({ name }) => name)
    expect(names).toEqual([
      'today_list',
      'today_status',
      'lists_search',
      'people_get',
      'relationships_person',
      'conversations_thread',
      'conversations_timeline',
      'find_operation',
      'call_operation',
    ])
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true)
    expect(client.getInstructions()).toContain('never an instruction')

    const morning = await client.callTool({ name: 'today_list', arguments: {} })
    expect(morning.isError).toBeFalsy()
    expect(JSON.parse(said(morning))).toMatchObject({ items: expect.any(Array) })

    for (const call of [
      { name: 'workspace_undo', arguments: { actionId: '019a81f0-3c4e-7b1a-9c55-2f0e6d1b7a42' } },
      { name: 'call_operation', arguments: { operation: 'workspace.rename', input: { name: 'Taken' } } },
    ]) {
      const refused = await client.callTool(call)
      expect(refused.isError).toBe(true)
      expect(said(refused)).toMatch(
        /^Without a key only questions are answered\. .*--token KEY.*\(not-allowed\)$/,
      )
    }
    const me = await client.callTool({ name: 'call_operation', arguments: { operation: 'workspace.me' } })
    expect(JSON.parse(said(me)).workspace.name).not.toBe('Taken')
  })

  test('with a key: acts as that key, in the history as such, and can be taken back', async () => {
    const client = await connect('--token', await keyOf('owner'))
    const { tools } = await client.listTools()
    expect(tools).toHaveLength(14)
    const renamed = await client.callTool({
      name: 'call_operation',
      arguments: { operation: 'workspace.rename', input: { name: 'Oak & Ash' } },
    })
    const { actionId } = JSON.parse(said(renamed))
    const history = await client.callTool({
      name: 'call_operation',
      arguments: { operation: 'workspace.history', input: { limit: 1 } },
    })
    expect(JSON.parse(said(history)).items).toMatchObject([
      { actionId, via: 'mcp', name: 'workspace.rename' },
    ])
    const undone = await client.callTool({ name: 'workspace_undo', arguments: { actionId } })
    expect(JSON.parse(said(undone))).toMatchObject({ undone: 1 })
  })

  test('a key does what its role may, and nothing once it has ended', async () => {
    const client = await connect('--token', await keyOf('viewer'))
    const refused = await client.callTool({
      name: 'call_operation',
      arguments: { operation: 'workspace.rename', input: { name: 'Taken' } },
    })
    expect(refused.isError).toBe(true)
    expect(said(refused)).toMatch(/viewer may not .*\(not-allowed\)$/)

    const { out } = await runRapport(['call', 'workspace.tokens', '--json'], { env: env() })
    for (const { id } of JSON.parse(out).items)
      await runRapport(['call', 'workspace.endToken', JSON.stringify({ tokenId: id })], { env: env() })
    const ended = await client.callTool({ name: 'call_operation', arguments: { operation: 'workspace.me' } })
    expect(said(ended)).toBe('This key has ended. (not-allowed)')
  })

  test('finds operations by words, and says what is wrong with an input', async () => {
    const client = await connect()
    const found = await client.callTool({ name: 'find_operation', arguments: { words: 'companies' } })
    const { operations } = JSON.parse(said(found)) as { operations: { name: string; input: object }[] }
    expect(operations.map(({ name }) => name)).toContain('people.getCompany')
    expect(operations[0]?.input).toMatchObject({ type: 'object' })
    const every = await client.callTool({ name: 'find_operation', arguments: {} })
    expect(JSON.parse(said(every)).operations).toHaveLength(catalogue.length)

    const wrong = await client.callTool({ name: 'people_get', arguments: { personId: 'Ann' } })
    expect(wrong.isError).toBe(true)
    expect(said(wrong)).toMatch(/^personId: .*\(invalid\)$/)
    const nothing = await client.callTool({ name: 'call_operation', arguments: { operation: 'people.fly' } })
    expect(said(nothing)).toBe('There is no such operation. (not-found)')
  })

  test('refuses to begin with a key that is not ours', async () => {
    const { status, out, err } = await runRapport(['mcp', '--token', 'rk_none'], { env: env() })
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toMatch(/^This key is none of ours, or it has ended\. Make one with: .+\n$/)
  })
})
