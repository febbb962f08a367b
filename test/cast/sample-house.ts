import type { Actor } from '../../src/platform/actor.ts'
import { settleJobs } from '../../src/platform/jobs/run-jobs.ts'
import { templateOnce } from '../database.ts'
import { doIt, houseOn, type TestHouse, testHouse } from '../house.ts'

/** The moment at which the sample world is opened: a Tuesday morning in Copenhagen. */
export const sampleNow = new Date('2026-03-03T08:00:00Z')

/**
 * A house with the sample world in it, read as a member reads it: the action, then the jobs that it leaves. Read once a
 * run and copied for each test file, so that a file has it in a moment and may change it as it likes.
 */
export async function sampleHouse(name = 'sample'): Promise<TestHouse> {
  const template = await templateOnce('rapport_sample_template', async (connection) => {
    const the = await houseOn({ connection, drop: async () => {} }, sampleNow)
    await openSample(the, the.owner)
    await the.stop()
  })
  return testHouse({ name, at: sampleNow, template })
}

/** Opens the sample world in an actor's workspace, and does all that follows from it. */
export async function openSample(
  { house }: Pick<TestHouse, 'house'>,
  actor: Actor,
): Promise<{ importId: string; mailboxId: string }> {
  const begun = await doIt<{ importId: string; mailboxId: string }>(house, actor, 'conversations.openSample')
  await settleJobs(house)
  return begun
}
