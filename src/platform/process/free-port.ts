import { createServer } from 'node:net'

const TRIED = 50

/**
 * The wanted port when it is free on that address, else the next free one above, which is said.
 * 0 stays 0: the system chooses when listening.
 */
export async function freePort(wanted: number, host: string, say: (line: string) => void): Promise<number> {
  if (wanted === 0) return 0
  const last = Math.min(wanted + TRIED - 1, 65535)
  for (let port = wanted; port <= last; port++) {
    const problem = await tryPort(port, host)
    if (problem === null) {
      if (port !== wanted) say(`Port ${wanted} is taken; using ${port}.`)
      return port
    }
    if (problem === 'EACCES') {
      throw new Error(`Port ${port} is for the system's own programs: name one above 1023 with --port.`)
    }
    if (problem === 'EADDRNOTAVAIL' || problem === 'ENOTFOUND') {
      throw new Error(
        `${host} is not an address of this machine: name one with --host, for example 127.0.0.1.`,
      )
    }
    if (problem !== 'EADDRINUSE') throw new Error(`Port ${port} on ${host} can't be used (${problem}).`)
  }
  throw new Error(`All ports from ${wanted} to ${last} are taken on ${host}: name a free one with --port.`)
}

function tryPort(port: number, host: string): Promise<string | null> {
  return new Promise((settle) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? error.message))
    server.listen({ port, host, exclusive: true }, () => server.close(() => settle(null)))
  })
}
