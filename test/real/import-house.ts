import { join } from 'node:path'
import type { Actor } from '../../src/platform/actor.ts'
import type { House } from '../../src/platform/house.ts'
import { settleJobs } from '../../src/platform/jobs/run-jobs.ts'
import { doIt } from '../house.ts'

/** The real mail that tests read. */
export const data = join(import.meta.dirname, '../../../shared/data')

/** An import as the question answers it. */
export interface Figures {
  id: string
  mailboxId: string
  state: string
  found: number
  stored: number
  duplicates: number
  skipped: Record<string, number>
  people: number
  companies: number
  threads: number
  error: string | null
  passedOver: { path: string; reason: string }[]
}

/** Begins an import of files on this machine, as the command line does. */
export const beginPaths = (
  house: House,
  actor: Actor,
  paths: readonly string[],
  me: readonly string[],
  mailboxName?: string,
) =>
  doIt<{ importId: string; mailboxId: string; resumed: boolean }>(
    house,
    { ...actor, via: 'cli' },
    'conversations.importPaths',
    { paths, me, ...(mailboxName ? { mailboxName } : {}) },
  )

/** Reads an import to wherever it gets, and does what was put off. */
export async function readThrough(
  house: House,
  actor: Actor,
  importId: string,
  signal = new AbortController().signal,
): Promise<Figures> {
  await house.works.get('conversations.readImport')?.run(house, actor, { importId }, signal)
  await settleJobs(house)
  return doIt<Figures>(house, actor, 'conversations.import', { importId })
}

/** Imports files on this machine to the end. */
export async function importPaths(
  house: House,
  actor: Actor,
  paths: readonly string[],
  me: readonly string[],
  mailboxName?: string,
): Promise<Figures> {
  const { importId } = await beginPaths(house, actor, paths, me, mailboxName)
  return readThrough(house, actor, importId)
}

/** All that an import did not store. */
export const skippedOf = (figures: Pick<Figures, 'skipped'>): number =>
  Object.values(figures.skipped).reduce((sum, count) => sum + count, 0)
