import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const module = join(import.meta.dirname, 'graceful-exit.ts')

/** Runs a small program with a way out, does something to it once it says "ready", and reads what it left. */
function run(program: string, then: (kill: (signal: NodeJS.Signals) => void) => void) {
  const text = `import { gracefulExit } from ${JSON.stringify(module)}
const say = (line) => process.stdout.write(line + '\\n')
const way = gracefulExit({ log: say, patience: 300 })
const step = (name, end) => way.atExit(name, async () => { await end?.(); say('ended ' + name) })
const alive = setInterval(() => {}, 1000)
${program}
say('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise<{ status: number | null; lines: string[] }>((settle) => {
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      const first = !out.includes('ready')
      out += part
      if (first && out.includes('ready')) then((signal) => child.kill(signal))
    })
    child.on('close', (status) => settle({ status, lines: out.trim().split('\n') }))
  })
}

describe('the way out', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'on %s ends everything, last begun first',
    async (signal) => {
      const { status, lines } = await run("step('postgres'); step('pools'); step('http')", (kill) =>
        kill(signal),
      )
      expect(lines).toEqual(['ready', 'Stopping.', 'ended http', 'ended pools', 'ended postgres'])
      expect(status).toBe(0)
    },
  )

  test('is the same one when Ctrl-C comes twice, and while a step still ends', async () => {
    const slow = "step('postgres'); step('http', () => new Promise((settle) => setTimeout(settle, 100)))"
    const { status, lines } = await run(slow, (kill) => {
      for (const signal of ['SIGINT', 'SIGINT', 'SIGTERM', 'SIGINT'] as const) kill(signal)
    })
    expect(lines).toEqual(['ready', 'Stopping.', 'ended http', 'ended postgres'])
    expect(status).toBe(0)
  })

  test('leaves a step that hangs behind, names it, and goes on', async () => {
    const { status, lines } = await run(
      "step('postgres'); step('http', () => new Promise(() => {}))",
      (kill) => kill('SIGINT'),
    )
    expect(lines).toEqual([
      'ready',
      'Stopping.',
      'http did not end within 0.3 s and was left behind',
      'ended postgres',
    ])
    expect(status).toBe(0)
  })

  test('goes past a step that fails, and says how', async () => {
    const { lines } = await run("step('postgres'); step('http', () => { throw new Error('no') })", (kill) =>
      kill('SIGINT'),
    )
    expect(lines.slice(2)).toEqual(['http ended badly: no', 'ended postgres'])
  })

  test('is taken with status 1 after an error that nobody caught', async () => {
    const { status, lines } = await run(
      "step('postgres'); setTimeout(() => { throw new Error('a slip') }, 1)",
      () => {},
    )
    expect(lines.join('\n')).toContain('Stopping because of an error that nobody caught: Error: a slip')
    expect(lines.at(-1)).toBe('ended postgres')
    expect(status).toBe(1)
  })

  test('can be taken by the program itself, with its own status', async () => {
    const { status, lines } = await run(
      "step('postgres'); setTimeout(() => way.exit(3, 'Lost.'), 1)",
      () => {},
    )
    expect(lines.slice(1)).toEqual(['Lost.', 'ended postgres'])
    expect(status).toBe(3)
  })
})
