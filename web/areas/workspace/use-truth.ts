import { useAsk } from '../../ask.ts'
import { clockOf, dayKey, saidDay } from '../../ui/when.ts'
import { useReading } from './use-reading.ts'

/** Whether the mailboxes add up, in their own sentence, and when one was read last; undefined until it is known. */
export function useTruth(): { sentence: string; addsUp: boolean; read: string | null } | undefined {
  const reading = useReading()
  const { data } = useAsk('conversations.mailboxes', {}, { staleTime: 60_000 })
  if (!data) return undefined
  const last = data.items
    .flatMap((box) => box.lastAt ?? [])
    .sort()
    .at(-1)
  const today = last && dayKey(new Date(last), reading.zone) === dayKey(reading.now, reading.zone)
  const read = last ? (today ? clockOf(last, reading) : saidDay(last, reading)) : null
  return { sentence: data.sentence, addsUp: data.addsUp, read }
}
