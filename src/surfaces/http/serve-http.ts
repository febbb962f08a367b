import type { AddressInfo } from 'node:net'
import { secretKey } from '../../platform/auth/secret-key.ts'
import type { Config } from '../../platform/config/config.ts'
import type { House } from '../../platform/house.ts'
import { freePort } from '../../platform/process/free-port.ts'
import { httpServer } from './server.ts'

/** Addresses by which a machine's own browser reaches us, best as localhost: passkeys work by that name only. */
const here = new Set(['127.0.0.1', 'localhost', '0.0.0.0', '::', '::1'])

/** Listens on the wanted port, or on the next that is free, which is said. */
export async function serveHttp(
  house: House,
  config: Config,
  say: (line: string) => void,
): Promise<{ address: string; port: number; close(): Promise<void> }> {
  const wanted = await freePort(config.port, config.host, say)
  const host = here.has(config.host) ? 'localhost' : config.host
  const app = await httpServer(house, {
    baseUrl: config.publicUrl ?? (wanted === 0 ? undefined : `http://${bracketed(host)}:${wanted}`),
    secret: secretKey(config.dataFolder, config.secret),
    // A public address is given where a proxy stands in front; it stands on this machine or in its network.
    trustProxy: config.publicUrl ? 'loopback, linklocal, uniquelocal' : false,
  })
  await app.listen({ port: wanted, host: config.host })
  const { port } = app.server.address() as AddressInfo
  return {
    address: config.publicUrl ?? `http://${bracketed(host)}:${port}`,
    port,
    close: () => app.close(),
  }
}

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host)
