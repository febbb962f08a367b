import { randomInt } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { House } from '../house.ts'

/** The advisory locks' class by which the life of a process is told. */
const lockClass = 727100

/** This process as a runner of jobs: alive for as long as it holds its connection. */
export interface WorkerLife {
  /** Says that this worker belongs to this process. */
  register(workerId: string): Promise<void>
  end(): Promise<void>
}

/** Takes this process's number. When the process dies, however it dies, Postgres frees the lock. */
export async function beginWorkerLife(house: House): Promise<WorkerLife> {
  const number = randomInt(1, 2 ** 31 - 1)
  const take = async (): Promise<PoolClient> => {
    const client = await house.database.ownerPool.connect()
    await client.query('select pg_advisory_lock($1, $2)', [lockClass, number])
    client.on('error', () => {
      holder = take()
      holder.catch(() => {})
    })
    return client
  }
  let holder = take()
  await holder
  return {
    async register(workerId) {
      await house.database.ownerPool.query(
        'insert into platform.worker (id, lock) values ($1, $2) on conflict (id) do update set lock = $2',
        [workerId, number],
      )
    },
    async end() {
      const client = await holder.catch(() => null)
      await house.database.ownerPool
        .query('delete from platform.worker where lock = $1', [number])
        .catch(() => {})
      client?.release(true)
    },
  }
}

/** Gives the jobs of dead processes back to the queue. */
export async function letGoOfTheDead(house: House): Promise<void> {
  const { rows } = await house.database.ownerPool.query<{ id: string }>(
    `select id from platform.worker w where not exists (select from pg_locks l
       where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objid = w.lock
         and l.database = (select oid from pg_database where datname = current_database()))`,
    [lockClass],
  )
  if (rows.length === 0) return
  const dead = rows.map((row) => row.id)
  await house.database.ownerPool.query('select graphile_worker.force_unlock_workers($1)', [dead])
  await house.database.ownerPool.query('delete from platform.worker where id = any($1)', [dead])
}
