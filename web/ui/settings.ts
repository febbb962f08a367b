import { useSyncExternalStore } from 'react'

/** What this browser remembers of how its reader likes the page. */
export type Settings = { theme: 'system' | 'light' | 'dark'; singleKeys: boolean }

const hearers = new Set<() => void>()

function read(): Settings {
  try {
    const theme = localStorage.getItem('rapport.theme')
    return {
      theme: theme === 'light' || theme === 'dark' ? theme : 'system',
      singleKeys: localStorage.getItem('rapport.single-keys') !== 'off',
    }
  } catch {
    return { theme: 'system', singleKeys: true }
  }
}

let kept: Settings = read()

/** The settings as they stand, outside a component. */
export function currentSettings(): Settings {
  return kept
}

/** Changes one or more settings, for this browser only. */
export function changeSettings(change: Partial<Settings>): void {
  kept = { ...kept, ...change }
  try {
    if (kept.theme === 'system') localStorage.removeItem('rapport.theme')
    else localStorage.setItem('rapport.theme', kept.theme)
    localStorage.setItem('rapport.single-keys', kept.singleKeys ? 'on' : 'off')
  } catch {
    // Storage may be closed to us; the choice then lasts as long as the page.
  }
  if (kept.theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = kept.theme
  for (const hear of hearers) hear()
}

/** The settings, kept true in a component. */
export function useSettings(): Settings {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    () => kept,
  )
}
