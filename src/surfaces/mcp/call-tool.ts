import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import type { Actor } from '../../platform/actor.ts'
import type { FileAnswer, Operation } from '../../platform/area.ts'
import type { House } from '../../platform/house.ts'
import { settleJobs } from '../../platform/jobs/run-jobs.ts'
import { operationDocument } from '../../platform/operation-document.ts'
import { perform } from '../../platform/perform.ts'
import { limited, notAllowed, notFound, Refusal } from '../../platform/refusal.ts'
import { findOperations } from './find-operations.ts'
import { callTool, findTool, toolName } from './tools.ts'

/** Bytes of a file that go into one answer; an agent's window is small. */
const MOST_BYTES = 1_000_000

/** Who calls, and whether more than questions is open to them. Asked at each call, so that an ended key ends. */
export interface Session {
  house: House
  who(): Promise<Actor | null>
  mayAct: boolean
}

/** Does one tool call. What is refused comes back as the tool's error, in the refusal's own words. */
export async function callToolOf(
  session: Session,
  name: string,
  input: Record<string, unknown>,
): Promise<CallToolResult> {
  try {
    return await answerOf(session, name, input)
  } catch (error) {
    if (error instanceof Refusal) {
      const said = [error.message, error.help].filter(Boolean).join(' ')
      return { isError: true, content: [{ type: 'text', text: `${said} (${error.code})` }] }
    }
    session.house.log.error({ err: error, tool: name }, 'A tool call failed')
    return { isError: true, content: [{ type: 'text', text: 'This went wrong here. The log says more.' }] }
  }
}

async function answerOf(
  session: Session,
  name: string,
  input: Record<string, unknown>,
): Promise<CallToolResult> {
  const { house } = session
  if (name === findTool.name) return inText(found(house, String(input.words ?? '')))
  if (name !== callTool.name) {
    const operation = [...house.operations.values()].find((each) => toolName(each.name) === name)
    return done(session, operation, input)
  }
  const wanted = String(input.operation ?? '')
  const operation =
    house.operations.get(wanted) ??
    [...house.operations.values()].find((each) => toolName(each.name) === wanted)
  return done(session, operation, input.input)
}

function found(house: House, words: string): unknown {
  const all = [...house.operations.values()]
  if (!words.trim()) return { operations: all.map(({ name, about }) => ({ name, about })) }
  const operations = findOperations(all, words).map((operation) => {
    const { name, kind, about, input } = operationDocument(operation)
    return { name, kind, about, input }
  })
  return operations.length > 0
    ? { operations }
    : { operations, help: 'Nothing by these words. Without words all names come.' }
}

async function done(
  session: Session,
  operation: Operation | undefined,
  input: unknown,
): Promise<CallToolResult> {
  if (!operation) throw notFound('operation')
  if (operation.kind === 'action' && !session.mayAct)
    throw notAllowed(
      'Without a key only questions are answered. Start this with --token KEY; rapport token create --name NAME makes one.',
    )
  if (operation.takesBytes) throw notAllowed('This takes a file, which HTTP can carry and MCP cannot.')
  const actor = await session.who()
  if (!actor) throw notAllowed('This key has ended.')
  const answer = await perform(session.house, actor, operation, input)
  if (operation.kind === 'action') await settleJobs(session.house)
  return operation.answers === 'file' ? asFile(operation, answer as FileAnswer) : inText(answer)
}

const inText = (answer: unknown): CallToolResult => ({
  content: [{ type: 'text', text: JSON.stringify(answer) }],
})

function asFile({ name }: Operation, { fileName, type, body }: FileAnswer): CallToolResult {
  if (body.length > MOST_BYTES)
    throw limited(
      `${fileName} has ${body.length} bytes; ${MOST_BYTES} is the most by MCP.`,
      'HTTP gives it whole.',
    )
  const uri = `rapport://${name}/${encodeURIComponent(fileName)}`
  const resource = type.startsWith('text/')
    ? { uri, mimeType: type, text: body.toString('utf8') }
    : { uri, mimeType: type, blob: body.toString('base64') }
  return { content: [{ type: 'resource', resource }] }
}
