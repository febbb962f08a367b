import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { cleanEnvironment, mainFile, runRapport } from './run-rapport.ts'

/** A server in a process of its own, on a data folder of its own. */
interface Server {
  process: ChildProcess
  said: { address: string; ownerLink: string | null }
  ended: Promise<number | null>
}

describe('rapport start', () => {
  let folder = ''
  let running: ChildProcess[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapport-start-'))
  })
  afterEach(async () => {
    for (const child of running) {
      const gone = new Promise((settle) => child.once('close', settle))
      if (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL')) await gone
    }
    running = []
    // PostgreSQL goes with its program, a moment later.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })

  const env = () => cleanEnvironment({ RAPPORT_DATA: folder, RAPPORT_LOG: 'error' })

  function start(...words: string[]): Promise<Server> {
    const child = spawn(
      process.execPath,
      [mainFile, 'start', '--port', '0', '--json', '--no-open', ...words],
      {
        env: env(),
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    running.push(child)
    const ended = new Promise<number | null>((settle) => child.once('close', settle))
    return new Promise((settle, fail) => {
      let err = ''
      child.stderr.setEncoding('utf8').on('data', (part) => {
        err += part
      })
      child.stdout
        .setEncoding('utf8')
        .once('data', (line) => settle({ process: child, said: JSON.parse(line), ended }))
      void ended.then((status) => fail(new Error(`ended with ${status}: ${err}`)))
    })
  }

  test('prints where it is and a link for its owner, shares its database, refuses a second one, and ends at a word', async () => {
    const server = await start()
    const { address, ownerLink } = server.said
    expect(address).toMatch(/^http:\/\/localhost:\d+$/)
    expect(ownerLink).toMatch(new RegExp(`^${address}/welcome\\?key=`))
    expect((await fetch(`${address}/readyz`)).status).toBe(200)

    const beside = await runRapport(['call', 'workspace.me', '--json'], { env: env() })
    expect(JSON.parse(beside.out)).toMatchObject({ member: { role: 'owner' } })
    expect((await fetch(`${address}/readyz`)).status).toBe(200)

    const second = start()
    await expect(second).rejects.toThrow(
      new RegExp(
        `ended with 1: Rapport already runs on this folder: ${address} \\(process ${server.process.pid}\\)`,
      ),
    )

    server.process.kill('SIGINT')
    expect(await server.ended).toBe(0)
    // Nothing of it is left on the folder: the next one begins as if it were the first.
    const next = await start()
    expect((await fetch(`${next.said.address}/healthz`)).status).toBe(200)
    next.process.kill('SIGTERM')
    expect(await next.ended).toBe(0)
  }, 90_000)
})
