import type { FastifyInstance } from 'fastify'
import { migrations } from '../../platform/db/migrate.ts'
import type { House } from '../../platform/house.ts'

/** How long the database has to answer, in milliseconds. */
const patience = 3000

/** /healthz: this process is up. /readyz: it can work: the database answers and has had every migration. */
export async function healthRoutes(app: FastifyInstance, house: House): Promise<void> {
  const wanted = migrations().map(({ name }) => name)
  app.get('/healthz', { logLevel: 'silent' }, async () => ({ ok: true }))
  app.get('/readyz', async (_request, reply) => {
    const why = await whyNotReady(house, wanted)
    if (why === null) return { ok: true }
    return reply
      .code(503)
      .header('retry-after', '10')
      .send({ error: { code: 'unavailable', message: why } })
  })
}

async function whyNotReady(house: House, wanted: string[]): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('no answer')), patience)
  })
  try {
    const asked = Promise.all([
      house.database.pool.query('select 1'),
      house.database.ownerPool.query<{ name: string }>('select name from rapport.migration'),
    ])
    const [, { rows }] = await Promise.race([asked, late])
    const had = new Set(rows.map(({ name }) => name))
    const missing = wanted.find((name) => !had.has(name))
    return missing ? `The database waits for the migration ${missing}.` : null
  } catch {
    return 'The database can’t be reached.'
  } finally {
    clearTimeout(timer)
  }
}
