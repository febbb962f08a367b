import { useSyncExternalStore } from 'react'

/** One line about what happened; `undo` takes it back, `again` is how that is called. */
export type Toast = { id: number; text: string; undo: (() => void) | null; bad: boolean; shownFor: number }

const hearers = new Set<() => void>()
let toasts: Toast[] = []
let count = 0

function set(next: Toast[]): void {
  toasts = next
  for (const hear of hearers) hear()
}

/** Says what happened: 30 seconds where it can be taken back, 8 where there is nothing to do. */
export function say(text: string, options: { undo?: () => void; bad?: boolean } = {}): number {
  count += 1
  const toast = {
    id: count,
    text,
    undo: options.undo ?? null,
    bad: options.bad ?? false,
    shownFor: options.undo ? 30_000 : 8_000,
  }
  set([...toasts.slice(-2), toast])
  return count
}

/** Takes a line away. */
export function unsay(id: number): void {
  set(toasts.filter((toast) => toast.id !== id))
}

/** Undoes the newest thing that still can be; false when there is none. */
export function undoNewest(): boolean {
  const newest = toasts.findLast((toast) => toast.undo !== null)
  if (!newest) return false
  unsay(newest.id)
  newest.undo?.()
  return true
}

/** The lines now on screen, the newest last. */
export function useToasts(): Toast[] {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    () => toasts,
  )
}
