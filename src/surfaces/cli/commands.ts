import type { Command } from './command.ts'

/** A line of the help, and where the command is. Loaded only when it is called. */
export interface Entry {
  usage: string
  about: string
  load(): Promise<Command>
}

/** Every command by its name, in the order of the help. */
export const commands: Readonly<Record<string, Entry>> = {
  start: {
    usage: '[--port N] [--host H] [--no-open]',
    about: 'serve and work in one process; prints the address',
    load: async () => (await import('./commands/start.ts')).start,
  },
  serve: {
    usage: '[--port N] [--host H]',
    about: 'answer requests only',
    load: async () => (await import('./commands/start.ts')).serve,
  },
  work: {
    usage: '',
    about: 'do the waiting work only',
    load: async () => (await import('./commands/start.ts')).work,
  },
  sample: {
    usage: '',
    about: 'fill the workspace with the sample world',
    load: async () => (await import('./commands/sample.ts')).sample,
  },
  'import mail': {
    usage: 'PATH... --me ADDRESS[,ADDRESS...] [--name NAME]',
    about: 'read mbox, Maildir, .eml, .zip, .gz, or a folder of them',
    load: async () => (await import('./commands/import-mail.ts')).importMail,
  },
  undo: {
    usage: 'ID',
    about: 'take an import or any action back',
    load: async () => (await import('./commands/undo.ts')).undo,
  },
  today: {
    usage: '[--at TIME] [--limit N] [--member ADDRESS]',
    about: 'whom to write to this morning, and why',
    load: async () => (await import('./commands/today.ts')).today,
  },
  status: {
    usage: 'NAME|DOMAIN|ADDRESS [--at TIME]',
    about: 'how it stands with a person or company, in one line',
    load: async () => (await import('./commands/status.ts')).status,
  },
  operations: {
    usage: '',
    about: 'everything that can be done, one line each',
    load: async () => (await import('./commands/operations.ts')).operations,
  },
  call: {
    usage: 'OPERATION [JSON|-]',
    about: 'do any operation by its name',
    load: async () => (await import('./commands/call.ts')).call,
  },
  'token create': {
    usage: '--name NAME [--role ROLE]',
    about: 'make an API key; it is shown once',
    load: async () => (await import('./commands/create-token.ts')).createToken,
  },
  doctor: {
    usage: '',
    about: 'settings, health, and what to mend',
    load: async () => (await import('./commands/doctor.ts')).doctor,
  },
  mcp: {
    usage: '[--token KEY]',
    about: 'MCP over standard input and output; questions only without a key',
    load: async () => (await import('./commands/mcp.ts')).mcp,
  },
}

/** The command that the first words name, and the words after it; null where there is none. */
export function findCommand(words: readonly string[]): { name: string; rest: readonly string[] } | null {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    if (words.length >= length && Object.hasOwn(commands, name)) return { name, rest: words.slice(length) }
  }
  return null
}
