import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { asRefusal, call } from '../../api.ts'
import { forget, useAsk } from '../../ask.ts'
import type { Today, TodayItem } from '../../catalogue.ts'
import { say } from '../../ui/toasts.ts'
import { sayDone } from '../workspace/undo.ts'

/** How a line leaves: done, later, or put aside for a reason. */
export type Leaving =
  | { how: 'done' }
  | { how: 'snooze'; until: Date; label: string }
  | { how: 'dismiss'; reason: string }

const SETTLE = 340

function doIt(item: TodayItem, leaving: Leaving): Promise<{ actionId: string }> {
  if (leaving.how === 'done') return call('today.done', { key: item.key })
  if (leaving.how === 'snooze')
    return call('today.snooze', { key: item.key, until: leaving.until.toISOString() })
  return call('today.dismiss', { key: item.key, reason: leaving.reason })
}

function saidOf(item: TodayItem, leaving: Leaving): string {
  const name = item.person?.name ?? item.subject.name
  if (leaving.how === 'done') return `${name}: done.`
  if (leaving.how === 'snooze')
    return `${name} waits until ${leaving.label.replace(/^Tomorrow/, 'tomorrow')}.`
  return `${name}: not today. “${leaving.reason}”`
}

function countedAway(hidden: Today['hidden'], { how }: Leaving): Today['hidden'] {
  if (how === 'done') return { ...hidden, done: hidden.done + 1 }
  return how === 'snooze'
    ? { ...hidden, snoozed: hidden.snoozed + 1 }
    : { ...hidden, dismissed: hidden.dismissed + 1 }
}

/** This morning's list, and a way for a line to leave it: at once on screen, and back if the server refused. */
export function useToday() {
  const client = useQueryClient()
  const asked = useAsk('today.list', {})
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set())
  const leave = useCallback(
    async (item: TodayItem, how: Leaving) => {
      setLeaving((before) => new Set(before).add(item.key))
      const settled = new Promise((resolve) => setTimeout(resolve, SETTLE))
      try {
        const { actionId } = await doIt(item, how)
        sayDone(saidOf(item, how), actionId)
        await settled
        client.setQueryData<Today>(['today.list', {}], (today) =>
          today
            ? {
                ...today,
                items: today.items.filter((it) => it.key !== item.key),
                hidden: countedAway(today.hidden, how),
              }
            : today,
        )
        await forget(client, ['today', 'conversations', 'relationships', 'lists'])
      } catch (error) {
        say(`${item.person?.name ?? item.subject.name} stays. ${asRefusal(error).message}`, { bad: true })
      } finally {
        setLeaving((before) => new Set([...before].filter((key) => key !== item.key)))
      }
    },
    [client],
  )
  return { ...asked, leaving, leave }
}
