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
  /** Null until there is something to do. */
  worker: Worker | null
  /** Sent to the worker and not answered yet, in the order in which it takes them. */
  sent: Map<number, Waiting>
  /** Not sent yet. */
  queue: [number, Waiting][]
  /** So many mails go one by one: the worker broke off at one of them, and it is to be known at which. */
  careful: number
  /** Since when the worker has been at one mail; Infinity while it starts. */
  since: number
}

/** Starts threads that turn raw mails into read and judged ones. A thread that hangs or dies is replaced. */
export function startMailPool(options: MailPoolOptions = {}): MailPool {
  const patience = options.patience ?? 10_000
  const program = options.program ?? new URL('./mail-worker.ts', import.meta.url)
  let closed = false
  let nextId = 0
  const slots: Slot[] = Array.from({ length: options.workers ?? 2 }, () => emptySlot())
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
      const load = (slot: Slot) => slot.sent.size + slot.queue.length
      const slot = slots.reduce((least, each) => (load(each) < load(least) ? each : least))
      slot.queue.push([nextId++, { raw, done }])
      pump(slot)
    })
  }

  function pump(slot: Slot): void {
    while (slot.queue.length > 0 && (slot.careful === 0 || slot.sent.size === 0)) {
      const [id, waiting] = slot.queue.shift() as [number, Waiting]
      const worker = slot.worker ?? start(slot)
      if (slot.sent.size === 0 && slot.since !== Number.POSITIVE_INFINITY) slot.since = performance.now()
      slot.sent.set(id, waiting)
      const task: PoolTask = { id, raw: waiting.raw.raw, envelopeDate: waiting.raw.envelopeDate ?? null }
      worker.postMessage(task)
    }
  }

  function start(slot: Slot): Worker {
    const worker = new Worker(program)
    slot.worker = worker
    slot.since = Number.POSITIVE_INFINITY
    worker.unref()
    worker.on('online', () => {
      if (slot.worker === worker) slot.since = performance.now()
    })
    worker.on('message', (answer: PoolAnswer) => {
      if (slot.worker === worker) settle(slot, answer)
    })
    worker.on('error', (error) => {
      const message = error instanceof Error ? error.message : String(error)
      if (slot.worker === worker) breakOff(slot, `reading it broke off: ${message}`)
    })
    worker.on('exit', () => {
      if (slot.worker === worker) breakOff(slot, 'reading it broke off')
    })
    return worker
  }

  function settle(slot: Slot, answer: PoolAnswer): void {
    const waiting = slot.sent.get(answer.id)
    slot.sent.delete(answer.id)
    slot.since = performance.now()
    if (slot.careful > 0) slot.careful--
    if (waiting && 'read' in answer) waiting.done({ raw: waiting.raw, read: answer.read, reason: null })
    else if (waiting && 'reason' in answer)
      waiting.done({ raw: waiting.raw, read: null, reason: answer.reason })
    pump(slot)
  }

  /** A mail that was alone with a worker that broke off is given up; where there were several they go one by one. */
  function breakOff(slot: Slot, reason: string): void {
    const { worker } = slot
    slot.worker = null
    void worker?.terminate()
    if (closed) return
    const held = [...slot.sent]
    slot.sent.clear()
    if (held.length === 1) {
      const [[, { raw, done }]] = held as [[number, Waiting]]
      if (slot.careful > 0) slot.careful--
      done({ raw, read: null, reason })
    } else {
      slot.queue.unshift(...held)
      slot.careful = held.length
    }
    pump(slot)
  }

  function giveUpSlow(): void {
    for (const slot of slots) {
      if (slot.sent.size > 0 && performance.now() - slot.since > patience) {
        breakOff(slot, `reading it took longer than ${Math.round(patience / 100) / 10} s`)
      }
    }
  }

  async function close(): Promise<void> {
    closed = true
    clearInterval(watch)
    for (const slot of slots) {
      const held = [...slot.sent.values(), ...slot.queue.map(([, waiting]) => waiting)]
      for (const { raw, done } of held) done({ raw, read: null, reason: 'reading was stopped' })
      slot.sent.clear()
      slot.queue = []
    }
    await Promise.all(slots.map((slot) => slot.worker?.terminate()))
  }
}

function emptySlot(): Slot {
  return { worker: null, sent: new Map(), queue: [], careful: 0, since: 0 }
}
