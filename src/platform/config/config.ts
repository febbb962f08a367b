import { resolve } from 'node:path'
import { z } from 'zod'

/** What the one who starts Rapport can set. Anything else is decided in the workspace, on a screen. */
export type Config = {
  /** Absolute path of the data folder. */
  dataFolder: string
  /** An external PostgreSQL, or null for the embedded one. */
  databaseUrl: string | null
  /** 0 lets the system choose. */
  port: number
  host: string
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Whether start opens the page in a browser: only where a person sits at a terminal, and not when told no. */
  openBrowser: boolean
  /** The address that people reach it by, without a slash at its end; null where that is host and port. */
  publicUrl: string | null
  /** What signs sessions where several machines share one database; null for the key in the data folder. */
  secret: string | null
  /** Whether a person reads along on a terminal. */
  interactive: boolean
  /** Where each value came from, for `doctor`. */
  sources: Record<SettingName, Source>
}

export type ConfigInput = {
  argv?: string[]
  env?: Record<string, string | undefined>
  /** What relative folders are relative to. */
  cwd?: string
  interactive?: boolean
}

/** A setting that can't be used. Wrong words on the command line end with status 2, a wrong environment with 1. */
export class ConfigError extends Error {
  readonly exitStatus: 1 | 2
  constructor(message: string, exitStatus: 1 | 2) {
    super(message)
    this.exitStatus = exitStatus
  }
}

type Source = 'command line' | 'environment' | 'default'
type SettingName = keyof typeof settings

const LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** Each setting: its option, its variables (the first one set counts), its default, and what will do. */
const settings = {
  dataFolder: {
    option: '--data',
    variables: ['RAPPORT_DATA'],
    standard: './data',
    rule: z.string().min(1),
    wants: 'a folder',
  },
  databaseUrl: {
    option: null,
    variables: ['DATABASE_URL'],
    standard: '',
    rule: z.string().regex(/^$|^postgres(ql)?:\/\//),
    wants: 'an address that begins with postgres:// or postgresql://',
  },
  port: {
    option: '--port',
    variables: ['RAPPORT_PORT', 'PORT'],
    standard: '4280',
    rule: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().max(65535)),
    wants: 'a number from 0 to 65535',
  },
  host: {
    option: '--host',
    variables: ['RAPPORT_HOST'],
    standard: '127.0.0.1',
    rule: z.string().regex(/^[\w.:-]+$/),
    wants: 'an address or name of this machine, for example 0.0.0.0',
  },
  logLevel: {
    option: '--log',
    variables: ['RAPPORT_LOG'],
    standard: 'info',
    rule: z.enum(LEVELS),
    wants: `one of ${LEVELS.join(', ')}`,
  },
  openBrowser: {
    option: null,
    variables: ['RAPPORT_OPEN'],
    standard: 'yes',
    rule: z.enum(['yes', 'no']),
    wants: 'yes or no',
  },
  publicUrl: {
    option: null,
    variables: ['RAPPORT_URL'],
    standard: '',
    rule: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]),
    wants: 'an address that begins with http:// or https://',
  },
  secret: {
    option: null,
    variables: ['RAPPORT_SECRET'],
    standard: '',
    rule: z.union([z.literal(''), z.string().min(32)]),
    wants: '32 characters at least',
  },
}

/**
 * Reads the settings from the words of the call and from the environment (nothing else in the program reads the
 * latter), and gives back the words that were not settings, in their order. After `--` no word is a setting.
 */
export function readConfig(input: ConfigInput = {}): { config: Config; words: string[] } {
  const env = input.env ?? process.env
  const interactive = input.interactive ?? Boolean(process.stdout.isTTY)
  const { given, words } = takeSettings(input.argv ?? process.argv.slice(2))
  const sources = {} as Config['sources']
  const read = <N extends SettingName>(name: N): z.output<(typeof settings)[N]['rule']> => {
    const { option, variables, standard, rule, wants } = settings[name]
    const variable = variables.find((candidate) => env[candidate])
    const word = given.get(name)
    sources[name] = word !== undefined ? 'command line' : variable ? 'environment' : 'default'
    const parsed = rule.safeParse(word ?? (variable ? env[variable] : standard))
    if (parsed.success) return parsed.data as z.output<(typeof settings)[N]['rule']>
    // The value stays unsaid: an address of a database holds a password.
    throw new ConfigError(
      `${(word !== undefined && option) || variable} wants ${wants}.`,
      word !== undefined ? 2 : 1,
    )
  }
  const config: Config = {
    dataFolder: resolve(input.cwd ?? process.cwd(), read('dataFolder')),
    databaseUrl: read('databaseUrl') || null,
    port: read('port'),
    host: read('host'),
    logLevel: read('logLevel'),
    openBrowser: read('openBrowser') === 'yes' && interactive && !env.CI,
    publicUrl: read('publicUrl').replace(/\/+$/, '') || null,
    secret: read('secret') || null,
    interactive,
    sources,
  }
  return { config, words }
}

/** The settings as `doctor` shows them: each with where it came from, passwords left out. */
export function describeConfig(config: Config): { setting: string; value: string; from: Source }[] {
  const { sources } = config
  const shown: Record<SettingName, string> = {
    dataFolder: config.dataFolder,
    databaseUrl: config.databaseUrl
      ? withoutSecrets(config.databaseUrl)
      : 'embedded PostgreSQL in the data folder',
    port: String(config.port),
    host: config.host,
    logLevel: config.logLevel,
    openBrowser: config.openBrowser ? 'yes' : 'no',
    publicUrl: config.publicUrl ? withoutSecrets(config.publicUrl) : 'host and port',
    secret: config.secret ? 'given' : 'secret.key in the data folder',
  }
  const names: Record<SettingName, string> = {
    dataFolder: 'data folder',
    databaseUrl: 'database',
    port: 'port',
    host: 'host',
    logLevel: 'log level',
    openBrowser: 'open the browser',
    publicUrl: 'public address',
    secret: 'what signs sessions',
  }
  return (Object.keys(shown) as SettingName[]).map((name) => ({
    setting: names[name],
    value: shown[name],
    from: sources[name],
  }))
}

function takeSettings(argv: string[]): { given: Map<SettingName, string>; words: string[] } {
  const given = new Map<SettingName, string>()
  const words: string[] = []
  const byOption = new Map(
    (Object.keys(settings) as SettingName[]).map((name) => [settings[name].option as string | null, name]),
  )
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? ''
    if (word === '--') return { given, words: [...words, ...argv.slice(i)] }
    if (word === '--no-open') {
      given.set('openBrowser', 'no')
      continue
    }
    const [option = '', ...joined] = word.split('=')
    const name = byOption.get(option)
    if (!name) {
      words.push(word)
      continue
    }
    const value = joined.length ? joined.join('=') : argv[++i]
    if (value === undefined) throw new ConfigError(`${option} wants ${settings[name].wants}.`, 2)
    given.set(name, value)
  }
  return { given, words }
}

function withoutSecrets(address: string): string {
  return address
    .replace(/^([a-z]+:\/\/[^/?#]*?):[^/?#]*@/i, '$1:[hidden]@')
    .replace(/([?&][^=&]*(?:password|secret|token|key)[^=&]*)=[^&#]*/gi, '$1=[hidden]')
}
