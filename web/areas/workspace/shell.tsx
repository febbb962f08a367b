import './shell.css'
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useKeys } from '../../ui/keys.ts'
import { Mark } from '../../ui/mark.tsx'
import { ToastRegion } from '../../ui/toast-region.tsx'
import { undoNewest } from '../../ui/toasts.ts'
import { useLive } from './live.ts'
import { OfflineLine } from './offline-line.tsx'
import { PLACES, Rail, Tabs } from './rail.tsx'
import { redoNewest } from './undo.ts'
import { useMe } from './use-me.ts'

const Palette = lazy(() => import('../lists/palette.tsx').then((it) => ({ default: it.Palette })))
const KeyMapSheet = lazy(() => import('./key-map-sheet.tsx').then((it) => ({ default: it.KeyMapSheet })))

/** The page around every page: places on the left, five words below on a phone, find, keys, toasts. */
export function Shell() {
  const [finding, setFinding] = useState<string | null>(null)
  const [showingKeys, setShowingKeys] = useState(false)
  const navigate = useNavigate()
  const me = useMe()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const main = useRef<HTMLElement>(null)
  const firstPath = useRef(path)
  useLive()
  useEffect(() => {
    if (firstPath.current === path) return
    firstPath.current = ''
    main.current?.focus({ preventScroll: true })
  }, [path])
  useKeys({
    'mod+k': () => setFinding(''),
    '/': () => setFinding(''),
    '?': () => setShowingKeys(true),
    z: () => undoNewest(),
    'shift+z': () => redoNewest(),
    ...Object.fromEntries(PLACES.map((place) => [`g ${place.key}`, () => navigate({ to: place.to })])),
  })
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <div className="shell">
        <Rail onFind={() => setFinding('')} />
        <main className="main" id="main" ref={main} tabIndex={-1}>
          <div className="topm">
            <span className="brand">
              <Mark />
              {me?.workspace.name ?? 'Rapport'}
            </span>
            <button type="button" onClick={() => setFinding('')}>
              Find
            </button>
          </div>
          <OfflineLine />
          <Outlet />
        </main>
      </div>
      <Tabs />
      <ToastRegion />
      <Suspense>
        {finding !== null ? (
          <Palette onClose={() => setFinding(null)} onKeys={() => setShowingKeys(true)} />
        ) : null}
        {showingKeys ? <KeyMapSheet onClose={() => setShowingKeys(false)} /> : null}
      </Suspense>
    </>
  )
}
