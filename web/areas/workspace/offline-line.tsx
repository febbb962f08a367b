import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { memory } from '../../ask.ts'
import { clockOf } from '../../ui/when.ts'
import { useReading } from './use-reading.ts'

/** Since when nothing has come through: the browser says so, or the last question got no answer. */
function useOfflineSince(): string | null {
  const [since, setSince] = useState<string | null>(navigator.onLine ? null : new Date().toISOString())
  const fetching = useIsFetching()
  useEffect(() => {
    const gone = () => setSince((before) => before ?? new Date().toISOString())
    const back = () => {
      setSince(null)
      memory.refetchQueries({ type: 'active' })
    }
    window.addEventListener('offline', gone)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('offline', gone)
      window.removeEventListener('online', back)
    }
  }, [])
  useEffect(() => {
    const last = memory
      .getQueryCache()
      .getAll()
      .map((query) => query.state)
      .sort(
        (a, b) => Math.max(b.dataUpdatedAt, b.errorUpdatedAt) - Math.max(a.dataUpdatedAt, a.errorUpdatedAt),
      )[0]
    if (!last || fetching > 0) return
    const silent =
      last.errorUpdatedAt > last.dataUpdatedAt && (last.error as { status?: number } | null)?.status === 0
    setSince((before) => (silent ? (before ?? new Date().toISOString()) : navigator.onLine ? null : before))
  }, [fetching])
  return since
}

/** One line while there is no connection: since when, and what one can still do. */
export function OfflineLine() {
  const since = useOfflineSince()
  const reading = useReading()
  if (!since) return null
  return (
    <p className="offline" role="status">
      No connection since {clockOf(since, reading)}. You can read what is already here; what you do now is
      refused until it is back.
    </p>
  )
}
