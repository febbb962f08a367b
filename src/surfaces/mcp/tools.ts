import type { Tool } from '@modelcontextprotocol/sdk/types.js'
import type { Operation } from '../../platform/area.ts'
import { schemaOf } from '../../platform/operation-document.ts'

/** What matters most, as tools of their own, with what an agent should know besides; all else by find and call. */
const shown: Readonly<Record<string, string>> = {
  'today.list':
    'Start here. Each line says whom to write to, why (because), and has a key by which it is done, snoozed or dismissed.',
  'today.done': 'The key is that of a line of today_list. Only when the person has in fact done it.',
  'today.snooze': 'The key is that of a line of today_list; until is the morning on which it comes back.',
  'today.dismiss': 'The key is that of a line of today_list; the reason is the person’s own.',
  'today.status': 'For one person, company, domain or address: how it stands, in one line.',
  'lists.search': 'Finds people, companies and messages by a few letters or words; answers with their ids.',
  'people.get': 'Name, title, company and addresses of one person, by the id that lists_search gives.',
  'relationships.person': 'Who writes, who answers, who owes, and how deep it goes, with the arithmetic.',
  'conversations.thread': 'All mails of a conversation, quotes and signatures folded away.',
  'conversations.timeline': 'All that passed between the member and a person, newest first.',
  'conversations.note': 'Keeps a note, call, meeting or visit with a person.',
  'workspace.undo': 'Takes an action back by the actionId that it answered with.',
}

/** `today.list` is the tool `today_list`. */
export const toolName = (operation: string): string => operation.replaceAll('.', '_')

/** The tools of a session: without a key only what asks. */
export function toolsOf(operations: ReadonlyMap<string, Operation>, mayAct: boolean): Tool[] {
  const own = Object.entries(shown).flatMap(([name, hint]) => {
    const operation = operations.get(name)
    return operation && (mayAct || operation.kind === 'question') ? [toolOf(operation, hint)] : []
  })
  return [...own, findTool, { ...callTool, annotations: { ...callTool.annotations, readOnlyHint: !mayAct } }]
}

function toolOf(operation: Operation, hint: string): Tool {
  const asks = operation.kind === 'question'
  return {
    name: toolName(operation.name),
    title: operation.about,
    description: `${operation.about}. ${hint}`,
    inputSchema: { type: 'object', ...schemaOf(operation.input, 'input') } as Tool['inputSchema'],
    // Whatever is written here can be taken back.
    annotations: { readOnlyHint: asks, destructiveHint: false, openWorldHint: false },
  }
}

export const findTool: Tool = {
  name: 'find_operation',
  title: 'Find what Rapport can do',
  description:
    'Finds operations of the catalogue by words about what is wanted; answers with name, about and input schema for call_operation. Without words: every name.',
  inputSchema: {
    type: 'object',
    properties: {
      words: { type: 'string', maxLength: 200, description: 'for example: relation of a domain' },
    },
  },
  annotations: { readOnlyHint: true, openWorldHint: false },
}

export const callTool: Tool = {
  name: 'call_operation',
  title: 'Do any operation of the catalogue',
  description: 'Does an operation by the name that find_operation gives, with an input of its schema.',
  inputSchema: {
    type: 'object',
    properties: { operation: { type: 'string' }, input: { type: 'object' } },
    required: ['operation'],
  },
  annotations: { destructiveHint: false, openWorldHint: false },
}
