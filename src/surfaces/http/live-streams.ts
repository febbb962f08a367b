import type { ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'
import { hearFacts, type ToldFact } from '../../platform/db/hear-facts.ts'
import type { House } from '../../platform/house.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Asker } from './asker.ts'

/** Pages of one member that listen at once. */
const mostEach = 10
/** Between two signs of life; proxies close what is silent for a minute. */
const heartbeat = 25_000
/** Bytes that wait for a reader who does not read. */
const mostWaiting = 256 * 1024

interface Stream {
  asker: Asker
  raw: ServerResponse
}

/** News for open pages, by server-sent events (WHATWG HTML 9.2). */
export interface LiveStreams {
  /** Opens a stream. `stillIn` is asked at each heartbeat: who left hears no more. */
  open(asker: Asker, reply: FastifyReply, stillIn: () => Promise<boolean>): Promise<void>
  /** Ends the streams of those askers. */
  end(whose: (asker: Asker) => boolean): void
  close(): Promise<void>
}

/** One listening connection for the whole process, from the first page on that listens. */
export function liveStreams(house: House): LiveStreams {
  const streams = new Set<Stream>()
  let hearing: Promise<{ stop(): Promise<void> }> | null = null
  let closed = false

  const endWhere = (whose: (asker: Asker) => boolean) => {
    for (const stream of streams) if (whose(stream.asker)) stream.raw.end()
  }
  const send = (stream: Stream, text: string) => {
    stream.raw.write(text)
    if (stream.raw.writableLength > mostWaiting) stream.raw.destroy()
  }
  const hear = (told: ToldFact) => {
    const line = `data: ${JSON.stringify({ name: told.name, id: told.id })}\n\n`
    for (const stream of streams) if (mayHear(stream.asker, told)) send(stream, line)
  }
  const lost = () => {
    hearing = null
    // Something may have been missed: browsers open the stream again by themselves, and ask anew.
    endWhere(() => true)
  }

  return {
    async open(asker, reply, stillIn) {
      const { workspaceId, memberId } = asker.actor
      const same = [...streams].filter(
        ({ asker: { actor } }) => actor.workspaceId === workspaceId && actor.memberId === memberId,
      )
      if (closed) throw new Refusal('unavailable', 'Rapport is stopping.')
      if (same.length >= mostEach)
        throw new Refusal('limited', `${mostEach} open pages are the most that hear news.`)
      hearing ??= hearFacts(house, hear, lost)
      const begun = hearing
      await begun.catch((error) => {
        if (hearing === begun) hearing = null
        throw error
      })
      reply.hijack()
      const { raw } = reply
      const stream: Stream = { asker, raw }
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        // Its connection ends with it: kept for another request, it would hold a server that stops.
        connection: 'close',
      })
      const beat = setInterval(() => {
        send(stream, ': still here\n\n')
        stillIn().then(
          (still) => still || raw.end(),
          () => {},
        )
      }, heartbeat)
      streams.add(stream)
      raw.on('close', () => {
        clearInterval(beat)
        streams.delete(stream)
      })
      raw.on('error', () => raw.destroy())
      send(stream, 'retry: 3000\n\n')
    },
    end: endWhere,
    async close() {
      closed = true
      endWhere(() => true)
      await hearing?.then(
        (heard) => heard.stop(),
        () => {},
      )
    },
  }
}

/** The team's news are the team's, a member's own theirs. A specialist hears of nothing that is not theirs. */
function mayHear({ actor }: Asker, told: ToldFact): boolean {
  if (told.workspaceId !== actor.workspaceId) return false
  return told.audience === null ? actor.role !== 'specialist' : told.audience === actor.memberId
}
