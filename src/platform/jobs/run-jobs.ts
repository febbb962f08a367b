import { EventEmitter } from 'node:events'
import { Logger, run, runOnce, type TaskList, type WorkerEvents } from 'graphile-worker'
import { workspaceMember } from '../auth/workspace-member.ts'
import type { House } from '../house.ts'
import { perform } from '../perform.ts'
import { beginWorkerLife, letGoOfTheDead } from './worker-life.ts'

/** One job: an operation or a long work, for a member. Everything in the queue has this shape. */
interface Job {
  workspaceId: string
  memberId: string
  operation: string
  input: unknown
}

/** Runs the queue until stopped. Jobs of processes that died are let go at start and every ten seconds. */
export async function runJobs(house: House, concurrency = 2): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  const begun = await begin(house)
  const runner = await run({ ...begun.options(stopping.signal), concurrency, pollInterval: 2000 })
  const timer = setInterval(() => void letGoOfTheDead(house).catch(() => {}), 10_000)
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await runner.stop().catch(() => {})
      await begun.end()
    },
  }
}

/** Does all jobs that are due now, in this process, then returns: for commands that end. */
export async function settleJobs(house: House): Promise<void> {
  const begun = await begin(house)
  try {
    await runOnce(begun.options(new AbortController().signal))
  } finally {
    await begun.end()
  }
}

async function begin(house: House) {
  const life = await beginWorkerLife(house)
  await letGoOfTheDead(house)
  const events = new EventEmitter() as WorkerEvents
  events.on('worker:create', ({ worker }) => void life.register(worker.workerId).catch(() => {}))
  return {
    end: () => life.end(),
    options: (signal: AbortSignal) => ({
      pgPool: house.database.ownerPool,
      noHandleSignals: true,
      taskList: tasks(house, signal),
      logger: logger(house),
      events,
    }),
  }
}

const tasks = (house: House, signal: AbortSignal): TaskList => ({
  perform: async (payload) => {
    const job = payload as Job
    const actor = await workspaceMember(house, job.workspaceId, job.memberId, 'system')
    if (!actor) return
    const operation = house.operations.get(job.operation)
    const work = house.works.get(job.operation)
    if (operation) await perform(house, actor, operation, job.input)
    else if (work) await work.run(house, actor, job.input, signal)
    else throw new Error(`There is no operation ${job.operation}`)
  },
})

const logger = (house: House) =>
  new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') house.log.warn({ from: 'jobs' }, message)
  })
