import { useEffect, useRef } from 'react'
import { currentSettings } from './settings.ts'

/** Keys as `j`, `shift+j`, `mod+k`, `?`, `g t` (one after the other) or `Escape`, and what each does. */
export type KeyMap = Record<string, (event: KeyboardEvent) => void>

type Layer = { current: KeyMap }
const layers: Layer[] = []
let waitingFor = ''
let waitingUntil = 0
let listening = false

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const mod = event.metaKey || event.ctrlKey
  const shifted = event.shiftKey && /^[a-z]$/.test(key)
  return `${mod ? 'mod+' : ''}${shifted ? 'shift+' : ''}${key}`
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input, textarea, select, [contenteditable=true]') !== null
  )
}

function isInFloating(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role=dialog], [role=menu]') !== null
}

function isOwnKeyOf(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement) || (key !== 'Enter' && key !== ' ')) return false
  return target.closest('a, button, [role=menuitem], [role=option], summary') !== null
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.altKey || event.isComposing) return
  const name = nameOf(event)
  if (!name.startsWith('mod+')) {
    if (!currentSettings().singleKeys && name !== 'Escape') return
    if (isTyping(event.target) || isInFloating(event.target) || isOwnKeyOf(event.target, event.key)) return
  }
  const sequence = event.timeStamp < waitingUntil ? `${waitingFor} ${name}` : ''
  waitingUntil = 0
  for (const wanted of sequence ? [sequence, name] : [name]) {
    for (let i = layers.length - 1; i >= 0; i--) {
      const act = layers[i]?.current[wanted]
      if (!act) continue
      event.preventDefault()
      act(event)
      return
    }
  }
  if (layers.some((layer) => Object.keys(layer.current).some((key) => key.startsWith(`${name} `)))) {
    waitingFor = name
    waitingUntil = event.timeStamp + 1200
  }
}

/** Listens for keys while the component stands; the one that came last is asked first. */
export function useKeys(map: KeyMap): void {
  const layer = useRef(map)
  layer.current = map
  useEffect(() => {
    if (!listening) {
      window.addEventListener('keydown', hear)
      listening = true
    }
    layers.push(layer)
    return () => {
      layers.splice(layers.indexOf(layer), 1)
    }
  }, [])
}

/** ⌘ on a Mac, Ctrl elsewhere. */
export function modKey(): string {
  return /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl '
}
