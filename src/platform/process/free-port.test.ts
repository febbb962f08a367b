import { createServer, type Server } from 'node:net'
import { describe, expect, test } from 'vitest'
import { freePort } from './free-port.ts'

const HOST = '127.0.0.1'

function listen(port: number): Promise<{ server: Server; port: number }> {
  return new Promise((settle, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(port, HOST, () => settle({ server, port: (server.address() as { port: number }).port }))
  })
}

describe('the port', () => {
  test('is the wanted one when it is free', async () => {
    const { server, port } = await listen(0)
    await new Promise((settle) => server.close(settle))
    const said: string[] = []
    expect(await freePort(port, HOST, (line) => said.push(line))).toBe(port)
    expect(said).toEqual([])
  })

  test('is the next free one when the wanted one is taken, and that is said', async () => {
    const { server, port } = await listen(0)
    const said: string[] = []
    const chosen = await freePort(port, HOST, (line) => said.push(line))
    expect(chosen).toBeGreaterThan(port)
    expect(said).toEqual([`Port ${port} is taken; using ${chosen}.`])
    const second = await listen(chosen)
    second.server.close()
    server.close()
  })

  test('on an address that is not this machine’s is refused plainly', async () => {
    await expect(freePort(4280, '192.0.2.1', () => {})).rejects.toThrow('not an address of this machine')
  })

  test('0 is left to the system', async () => {
    expect(await freePort(0, HOST, () => {})).toBe(0)
  })
})
