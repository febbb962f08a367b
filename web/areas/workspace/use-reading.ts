import { useMemo, useSyncExternalStore } from 'react'
import { languagesOf, type Reading } from '../../ui/when.ts'
import { useMe } from './use-me.ts'

const MINUTE = 60_000
let minute = Math.floor(Date.now() / MINUTE)
let ticking = false
const hearers = new Set<() => void>()

function hear(hearer: () => void): () => void {
  hearers.add(hearer)
  if (!ticking) {
    ticking = true
    setInterval(() => {
      minute = Math.floor(Date.now() / MINUTE)
      for (const each of hearers) each()
    }, 10_000)
  }
  return () => hearers.delete(hearer)
}

/** How this member reads instants: the browser's language, the member's zone, and now to the minute. */
export function useReading(): Reading {
  const zone = useMe()?.member.timeZone
  const at = useSyncExternalStore(hear, () => minute)
  return useMemo(
    () => ({ ...languagesOf(navigator.languages), zone: zone || undefined, now: new Date(at * MINUTE) }),
    [zone, at],
  )
}
