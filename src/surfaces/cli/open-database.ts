import type { Config } from '../../platform/config/config.ts'
import type { Connection } from '../../platform/db/connect.ts'
import type { Log } from '../../platform/log.ts'
import { unavailable } from '../../platform/refusal.ts'

/** The PostgreSQL of this call. */
export interface OpenDatabase {
  connection: Connection
  /** Brings it to this version. After the data folder is held, where it is to be held. */
  migrate(): Promise<void>
  /** Ours to stop: the embedded one (while others use it too, it stays); an external one is left alone. */
  stop(): Promise<void>
  /** Settles with the reason when it ends without having been asked to; never for an external one. */
  lost: Promise<string>
}

/**
 * The external PostgreSQL where one is set; else the embedded one: adopted when it runs on the data folder, else
 * started. `stays`: for a program that goes on until it is stopped.
 */
export async function openDatabase(config: Config, log: Log, stays: boolean): Promise<OpenDatabase> {
  const say = (line: string) => log.info(line)
  const migrateWith = async (connection: Connection) => {
    const { migrate } = await import('../../platform/db/migrate.ts')
    await migrate(connection, say)
  }
  if (config.databaseUrl) {
    const connection = { connectionString: config.databaseUrl, connectionTimeoutMillis: 10_000 }
    const migrate = () =>
      migrateWith(connection).catch((error: unknown) => {
        throw unreachable(error)
      })
    return { connection, migrate, stop: async () => {}, lost: new Promise(() => {}) }
  }
  const { startEmbedded } = await import('../../platform/db/embedded/start-embedded.ts')
  const lifetime = stays ? 'this-process' : 'last-user'
  const { connection, stop, lost } = await startEmbedded({ folder: config.dataFolder, log: say, lifetime })
  return { connection, migrate: () => migrateWith(connection), stop, lost }
}

/** What pg says when nobody is there, with the way out. The address stays unsaid: it holds a password. */
function unreachable(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string }
  const away = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOENT']
  if ((code && away.includes(code)) || /timeout/i.test(message ?? ''))
    return unavailable(
      'The database that DATABASE_URL names does not answer.',
      'Start it, or unset DATABASE_URL to use the embedded one.',
    )
  if (code === '28P01' || code === '28000' || code === '3D000')
    return unavailable(`The database that DATABASE_URL names refuses: ${message}.`, 'Mend DATABASE_URL.')
  return error
}
