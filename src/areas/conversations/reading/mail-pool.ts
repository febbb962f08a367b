import { Worker } from 'node:worker_threads'
import type { Judgement } from '../judging/judgement-shape.ts'
import type { MailAttachment, RawMail, ReadMail } from './read-mail-shape.ts'

/** A mail as it crosses threads: read and judged, without its HTML and the contents of its files. */
export interface PooledMail {
  mail: Omit<ReadMail, 'attachments' | 'html'> & {
    attachments: (Omit<MailAttachment, 'content'> & { size: number })[]
    hasHtml: boolean
  }
  judgement: Judgement
  /** 16 bytes. */
  contentKey: Uint8Array
  /** 16 bytes; null where the mail has no Message-ID. */
  idKey: Uint8Array | null
}

/** A raw mail with what was read of it; `read` is null where it could not be, and `reason` says why. */
export interface PoolResult {
  raw: RawMail
  read: PooledMail | null
  reason: string | null
}

/** What goes to a worker and what comes back. */
export interface PoolTask {
  id: number
  raw: Uint8Array
  envelopeDate: Date | null
}
export type PoolAnswer = { id: number; read: PooledMail } | { id: number; reason: string }

export interface MailPoolOptions {
  workers?: number
  /** A mail that takes longer is given up, in milliseconds. */
  patience?: number
  /** The worker's program; another one only in tests. */
  program?: URL
}

/** Threads that read mails. */
export interface MailPool {
  /** Reads mails in their order; no more than a few dozen are on their way at once. */
  read(mails: AsyncIterable<RawMail>): AsyncGenerator<PoolResult>
  close(): Promise<void>
}

/** Mails that one worker holds, the one at work included: enough that it never waits for the next. */
const mostPerWorker = 16
/** And no more bytes than this on their way in all, so that memory stays flat with large mails. */
const mostBytesUnderWay = 64 * 1024 * 1024

interface Waiting {
  raw: RawMail
  done: (result: PoolResult) => void
}

interface Slot {
  worker: Worker
  /** In the order in which the worker takes them. */
  held: Map<number, Waiting>
  /** Since when it has been at its first one. */
  since: number
}

/** Starts threads that turn raw mails into read and judged ones. A thread that hangs or dies is replaced. */
export function startMailPool(options: MailPoolOptions = {}): MailPool {
  const patience = options.patience ?? 10_000
  const program = options.program ?? new URL('./mail-worker.ts', import.meta.url)
  let closed = false
  let nextId = 0
  const slots: Slot[] = Array.from({ length: options.workers ?? 2 }, () => startSlot(new Map()))
  const watch = setInterval(giveUpSlow, Math.max(50, Math.min(1000, patience / 4)))
  watch.unref()

  return { read, close }

  async function* read(mails: AsyncIterable<RawMail>): AsyncGenerator<PoolResult> {
    const queue: Promise<PoolResult>[] = []
    let bytes = 0
    for await (const raw of mails) {
      queue.push(raw.unreadable ? Promise.resolve({ raw, read: null, reason: raw.unreadable }) : send(raw))
      bytes += raw.raw.length
      while (
        queue.length >= slots.length * mostPerWorker ||
        (bytes > mostBytesUnderWay && queue.length > 0)
      ) {
        const result = (await queue.shift()) as PoolResult
        bytes -= result.raw.raw.length
        yield result
      }
    }
    for (const result of queue) yield await result
  }

  function send(raw: RawMail): Promise<PoolResult> {
    return new Promise((done) => {
      if (closed) return done({ raw, read: null, reason: 'reading was stopped' })
      const slot = slots.reduce((least, each) => (each.held.size < least.held.size ? each : least))
      hand(slot, nextId++, { raw, done })
    })
  }

  function hand(slot: Slot, id: number, waiting: Waiting): void {
    if (slot.held.size === 0) slot.since = performance.now()
    slot.held.set(id, waiting)
    const task: PoolTask = { id, raw: waiting.raw.raw, envelopeDate: waiting.raw.envelopeDate ?? null }
    slot.worker.postMessage(task)
  }

  function startSlot(held: Map<number, Waiting>): Slot {
    const slot: Slot = { worker: new Worker(program), held: new Map(), since: performance.now() }
    slot.worker.unref()
    slot.worker.on('message', (answer: PoolAnswer) => settle(slot, answer))
    slot.worker.on('error', (error) =>
      replace(slot, `reading it broke off: ${String((error as Error)?.message ?? error)}`),
    )
    slot.worker.on('exit', () => replace(slot, 'reading it broke off'))
    for (const [id, waiting] of held) hand(slot, id, waiting)
    return slot
  }

  function settle(slot: Slot, answer: PoolAnswer): void {
    const waiting = slot.held.get(answer.id)
    slot.held.delete(answer.id)
    slot.since = performance.now()
    if (!waiting) return
    if ('read' in answer) waiting.done({ raw: waiting.raw, read: answer.read, reason: null })
    else waiting.done({ raw: waiting.raw, read: null, reason: answer.reason })
  }

  /** The first mail that the thread held is the one it was at: that one is given up, the others go to a new thread. */
  function replace(slot: Slot, reason: string): void {
    const place = slots.indexOf(slot)
    if (closed || place < 0) return
    const [first, ...rest] = [...slot.held]
    first?.[1].done({ raw: first[1].raw, read: null, reason })
    slot.held.clear()
    slots[place] = startSlot(new Map(rest))
    void slot.worker.terminate()
  }

  function giveUpSlow(): void {
    for (const slot of [...slots]) {
      if (slot.held.size > 0 && performance.now() - slot.since > patience) {
        replace(slot, `reading it took longer than ${Math.round(patience / 100) / 10} s`)
      }
    }
  }

  async function close(): Promise<void> {
    closed = true
    clearInterval(watch)
    for (const slot of slots) {
      for (const { raw, done } of slot.held.values()) done({ raw, read: null, reason: 'reading was stopped' })
      slot.held.clear()
    }
    await Promise.all(slots.map((slot) => slot.worker.terminate()))
  }
}
