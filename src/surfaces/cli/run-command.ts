import { parseArgs } from 'node:util'
import { type Config, ConfigError, readConfig } from '../../platform/config/config.ts'
import { createLog } from '../../platform/log.ts'
import type { GracefulExit, GracefulExitOptions } from '../../platform/process/graceful-exit.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Call, type Command, type Flags, type Parts, WrongWords } from './command.ts'
import { commands, findCommand } from './commands.ts'
import { helpText } from './help.ts'
import { openHouse } from './open-house.ts'
import { outputTo, type Stream } from './output.ts'

const everywhere = { json: false, workspace: true, help: false }

/** What is around a call: the process's own, or a test's. */
export interface Surroundings {
  /** Left out: the process's own, which config reads. */
  env: Record<string, string | undefined> | undefined
  out: Stream
  err: Stream
  /** Text that comes in by standard input. */
  input(): Promise<string>
  life(options: GracefulExitOptions): GracefulExit
  /** Ends the process. */
  exit(status: number): void
}

/** Does one call of the command line, and ends the process with its status. */
export async function runCommand(argv: readonly string[], parts: Parts, around: Surroundings): Promise<void> {
  const out = outputTo(argv.includes('--json'), around.out, around.err)
  let status = 0
  // What ends everything else; until there is something to end, leaving is enough.
  let leave = async (code: number): Promise<void> => around.exit(code)
  let finished = false
  try {
    const { config, words } = readConfig({
      argv: [...argv],
      env: around.env,
      interactive: Boolean(around.out.isTTY),
    })
    const found = findCommand(commandFirst(words))
    if (!found) throw new WrongWords(unknown(words))
    if (found.rest.includes('--help') || found.rest.includes('-h')) {
      around.out.write(helpText(found.name))
      return
    }
    const command = await (commands[found.name] as (typeof commands)[string]).load()
    const { flags, rest } = read(command, found.name, found.rest)
    const life = around.life({
      log: (line) => out.say(line),
      // A command that was stopped before its end has not been done; a server that was stopped has.
      leave: (code) => around.exit(code === 0 && !finished && !command.stays ? 1 : code),
    })
    leave = (code) => life.exit(code)
    const log = createLog({ level: levelFor(command, config), plain: config.interactive })
    const workspace = typeof flags.workspace === 'string' ? flags.workspace : undefined
    const open: Call['open'] = async () => {
      const opened = await openHouse(config, parts, log, workspace)
      life.atExit('the database', opened.close)
      return opened
    }
    status =
      (await command.run({ config, words: rest, flags, out, life, parts, open, input: around.input })) ?? 0
    // Ended by a signal meanwhile: that end goes on and says the status.
    if (life.ending) return
    finished = true
  } catch (error) {
    status = statusOf(error)
    for (const line of wordsFor(error)) out.say(line)
  }
  await leave(status)
}

/** Options may stand before the command's name too. */
function commandFirst(words: readonly string[]): readonly string[] {
  const takesNext = words[0] === '--workspace' ? 2 : 1
  if (!words[0]?.startsWith('--') || words[0] === '--') return words
  return [...commandFirst(words.slice(takesNext)), ...words.slice(0, takesNext)]
}

/** A person who types a command wants its answer; what stays also says what it does. */
const levelFor = (command: Command, config: Config): Config['logLevel'] =>
  command.stays || config.sources.logLevel !== 'default' ? config.logLevel : 'warn'

function unknown(words: readonly string[]): string {
  const said = words.filter((word) => !word.startsWith('-'))
  if (said.length === 0) return `Say what to do. All commands: rapport --help`
  const near = Object.keys(commands).filter((name) => name.startsWith(`${said[0]} `))
  if (near.length > 0) return `Say what to do: ${near.map((name) => `rapport ${name}`).join(', ')}`
  return `There is no command ${said[0]}. All commands: rapport --help`
}

function read(command: Command, name: string, argv: readonly string[]): { flags: Flags; rest: string[] } {
  const known = { ...everywhere, ...command.options }
  const options = Object.fromEntries(
    Object.entries(known).map(([option, value]) => [option, { type: value ? 'string' : 'boolean' } as const]),
  )
  let flags: Flags
  let rest: string[]
  try {
    const parsed = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
    flags = parsed.values as Flags
    rest = parsed.positionals
  } catch (error) {
    throw new WrongWords(`${plain((error as Error).message)} How it goes: rapport ${name} --help`)
  }
  const [least, most] = command.takes ?? [0, 0]
  if (rest.length < least || rest.length > most)
    throw new WrongWords(`How it goes: rapport ${name} ${commands[name]?.usage ?? ''}`.trimEnd())
  return { flags, rest }
}

/** Node's words for a wrong option, cut to the sentence that names it. */
const plain = (message: string) => `${(message.split(/\. |\n/)[0] ?? message).replace(/\.$/, '')}.`

function statusOf(error: unknown): number {
  if (error instanceof WrongWords) return 2
  if (error instanceof ConfigError) return error.exitStatus
  return 1
}

function wordsFor(error: unknown): string[] {
  if (error instanceof Refusal) return [[error.message, error.help].filter(Boolean).join(' ')]
  if (!(error instanceof Error)) return [String(error)]
  if (error instanceof WrongWords || error instanceof ConfigError) return [error.message]
  // One that was not foreseen says where, in development; everybody gets the line.
  const inner = error instanceof AggregateError ? (error.errors[0] as Error | undefined) : undefined
  return [error.message || inner?.message || error.name]
}
