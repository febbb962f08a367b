/** Where a command's words go: its answer to standard output, all else to standard error. */
export interface Output {
  readonly json: boolean
  /** The answer: as one JSON document with --json, else as lines for people. Once a call. */
  answer(document: unknown, lines: () => readonly string[]): void
  /** The answer as bytes: a file. */
  bytes(body: Buffer): void
  /** How wide a line for people may be. */
  readonly width: number
  /** A line for people who read along. */
  say(line: string): void
  /** A line that takes the place of the one before it on a terminal; elsewhere one in ten seconds is written. */
  progress(line: string): void
}

/** What may be written to: the process's own streams, or a test's. */
export interface Stream {
  write(text: string | Buffer): unknown
  isTTY?: boolean
  columns?: number
}

const QUIET_MS = 10_000

export function outputTo(json: boolean, out: Stream, err: Stream): Output {
  let over = 0
  let last = Number.NEGATIVE_INFINITY
  const clear = () => {
    if (over > 0) err.write(`\r${' '.repeat(over)}\r`)
    over = 0
  }
  return {
    json,
    width: out.columns ?? 120,
    bytes(body) {
      clear()
      out.write(body)
    },
    answer(document, lines) {
      clear()
      out.write(
        json
          ? `${JSON.stringify(document)}\n`
          : lines()
              .map((line) => `${line.trimEnd()}\n`)
              .join(''),
      )
    },
    say(line) {
      clear()
      err.write(`${line}\n`)
    },
    progress(line) {
      if (err.isTTY) {
        clear()
        const cut = line.slice(0, (err.columns ?? 80) - 1)
        err.write(`\r${cut}`)
        over = cut.length
      } else if (performance.now() - last >= QUIET_MS) {
        last = performance.now()
        err.write(`${line}\n`)
      }
    },
  }
}
