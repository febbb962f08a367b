import { useAsk } from '../../ask.ts'
import { clockOf, dayKey, saidDay } from '../../ui/when.ts'
import { useReading } from './use-reading.ts'

/** Whether the mailboxes add up, in their own sentence, and when one was read last; undefined until known. */
export function useTruth(): { sentence: string; addsUp: boolean; read: string } | undefined {
  const reading = useReading()
  const { data } = useAsk('conversations.mailboxes', {}, { staleTime: 60_000 })
  if (!data) return undefined
  const last = data.items
    .flatMap((box) => box.lastAt ?? [])
    .sort()
    .at(-1)
  const today = last && dayKey(new Date(last), reading.zone) === dayKey(reading.now, reading.zone)
  const none = data.items.length === 0 ? 'bring in mail' : 'being read now'
  const read = last ? `last read ${today ? clockOf(last, reading) : saidDay(last, reading)}` : none
  return { sentence: data.sentence, addsUp: data.addsUp, read }
}
