import { useEffect } from 'react'
import { forget, memory } from '../../ask.ts'

/** What may look different once an area has told a fact: itself and the storeys above it. */
const ABOVE: Record<string, string[]> = {
  workspace: ['workspace'],
  people: ['people', 'conversations', 'relationships', 'lists', 'today'],
  conversations: ['conversations', 'people', 'relationships', 'lists', 'today', 'workspace'],
  relationships: ['relationships', 'lists', 'today', 'conversations'],
  lists: ['lists'],
  today: ['today'],
}

/** Hears the server's news and asks again for what it concerns, at most once in 1.5 seconds. */
export function useLive(): void {
  useEffect(() => {
    const waiting = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const source = new EventSource('/api/v1/live')
    const hear = (event: MessageEvent) => {
      let name = ''
      try {
        name = String((JSON.parse(event.data) as { name?: string }).name ?? '')
      } catch {
        return
      }
      for (const area of ABOVE[name.split('.')[0] ?? ''] ?? []) waiting.add(area)
      if (waiting.size === 0) return
      timer ??= setTimeout(() => {
        timer = undefined
        forget(memory, [...waiting])
        waiting.clear()
      }, 1500)
    }
    source.addEventListener('message', hear)
    return () => {
      clearTimeout(timer)
      source.close()
    }
  }, [])
}
