import pino from 'pino'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'
export type Log = pino.Logger
export type LogOptions = {
  level: LogLevel
  /** True where a person reads along: one plain line each instead of JSON. */
  plain: boolean
  /** Where the lines go; standard error when left out, because standard output belongs to the answers. */
  write?: (line: string) => void
}

const SECRET_NAME =
  /passw|passphrase|secret|token|api[-_]?key|authorization|cookie|credential|private[-_]?key/i
const HIDDEN = '[hidden]'
const DEEPEST = 6
const LEVELS: Record<number, string> = { 20: '', 30: '', 40: 'warning: ', 50: 'error: ', 60: 'error: ' }

type Entry = { time: string; level: number; msg?: string; err?: { message: string; stack?: string } }

/**
 * Structured log: JSON lines for machines, plain lines on a terminal. Every line passes one gate that hides secrets
 * by their names and by their shapes in sentences, whichever way they came into the line.
 */
export function createLog(options: LogOptions): Log {
  const write = options.write ?? ((line: string) => void process.stderr.write(line))
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Only these: errors of libraries carry whole requests.
      serializers: {
        err: ({ name, message, stack, code }: NodeJS.ErrnoException) => ({ name, message, stack, code }),
      },
    },
    {
      write(json: string) {
        const entry = hideSecrets(JSON.parse(json), 0) as Entry
        write(`${options.plain ? plainLine(entry) : JSON.stringify(entry)}\n`)
      },
    },
  )
}

function hideSecrets(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return hideInText(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return '…'
  if (Array.isArray(value)) return value.map((item) => hideSecrets(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      SECRET_NAME.test(name) && inner !== null ? HIDDEN : hideSecrets(inner, depth + 1),
    ]),
  )
}

/** Secrets inside sentences: passwords in addresses (scheme://user:password@host) and bearer keys. */
function hideInText(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+.-]*:\/\/[^\s:/@"]*):[^\s"]*@/gi, `$1:${HIDDEN}@`)
    .replace(/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}/g, `$1 ${HIDDEN}`)
}

/** One entry as a person reads it: "14:03:07 message (name value, name value)". */
function plainLine({ time, level, msg, err, ...fields }: Entry): string {
  const said = [msg, err?.message].filter((text, i, all) => text && all.indexOf(text) === i).join(': ')
  const rest = Object.entries(fields)
    .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ')
  const stack = level >= 60 && err?.stack ? `\n${err.stack}` : ''
  return `${time.slice(11, 19)} ${LEVELS[level] ?? ''}${said}${rest ? ` (${rest})` : ''}${stack}`
}
