import { Link, useRouterState } from '@tanstack/react-router'
import { useAsk } from '../../ask.ts'
import type { Role } from '../../catalogue.ts'
import { modKey } from '../../ui/keys.ts'
import { Mark } from '../../ui/mark.tsx'
import { changeSettings, useSettings } from '../../ui/settings.ts'
import { useMe } from './use-me.ts'
import { useTruth } from './use-truth.ts'

/** The places of the rail: where, what it is called, and the key after G that goes there. */
export const PLACES = [
  { to: '/', word: 'Today', key: 't' },
  { to: '/conversations', word: 'Conversations', key: 'm' },
  { to: '/people', word: 'People', key: 'p' },
  { to: '/companies', word: 'Companies', key: 'c' },
  { to: '/mailboxes', word: 'Mailboxes', key: 'b' },
  { to: '/history', word: 'History', key: 'h' },
  { to: '/settings', word: 'Settings', key: 's' },
] as const

/** Whose work the places of mail are; the others read the history and keep their own settings. */
const SELL: Role[] = ['owner', 'manager', 'rep']

function isAt(path: string, to: string): boolean {
  if (to === '/') return path === '/'
  if (to === '/conversations' && path.startsWith('/threads')) return true
  return path === to || path.startsWith(`${to}/`)
}

/** What waits: Today's lines, and those of them that owe a reply, so that the two places cannot disagree. */
function useWaiting(): Record<string, number> {
  const today = useAsk('today.list', {}, { staleTime: 60_000 }).data
  const owed = today?.items.filter((item) => item.kind === 'reply-owed').length
  return { '/': today?.items.length ?? 0, '/conversations': owed ?? 0 }
}

/** The rail: the workspace, find, the places with what waits there, the truth about the mailboxes, and you. */
export function Rail({ onFind }: { onFind: () => void }) {
  const me = useMe()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const truth = useTruth()
  const waiting = useWaiting()
  const { theme } = useSettings()
  const dark = theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark'
  const sells = !me || SELL.includes(me.member.role)
  const groups = sells ? [PLACES.slice(0, 4), PLACES.slice(4, 6)] : [PLACES.slice(5)]
  return (
    <nav className="rail" aria-label="Main">
      <div className="brand">
        <Mark />
        <span>{me?.workspace.name ?? 'Rapport'}</span>
        {me ? <small>Rapport</small> : null}
      </div>
      <button type="button" className="find" onClick={onFind} aria-keyshortcuts="Meta+K Control+K">
        Find or do <kbd>{modKey()}K</kbd>
      </button>
      {groups.map((places) => (
        <ul className="nav" key={places[0]?.to}>
          {places.map((place) => (
            <li key={place.to}>
              <Link to={place.to} {...(isAt(path, place.to) ? { 'aria-current': 'page' } : {})}>
                {place.word} {waiting[place.to] ? <span>{waiting[place.to]}</span> : null}
              </Link>
            </li>
          ))}
        </ul>
      ))}
      {sells ? (
        <Link className="truth" to="/mailboxes">
          {truth ? (
            <>
              <b className={truth.addsUp ? '' : 'bad'}>{truth.sentence}</b>
              {truth.read}
            </>
          ) : (
            'Mailboxes'
          )}
        </Link>
      ) : (
        <span className="truth">Rapport</span>
      )}
      <div className="me">
        <Link to="/settings">{me?.member.name ?? 'Settings'}</Link>
        <button type="button" onClick={() => changeSettings({ theme: dark ? 'light' : 'dark' })}>
          {dark ? 'Morning' : 'Evening'}
        </button>
      </div>
    </nav>
  )
}

const TABS = [
  { to: '/', word: 'Today' },
  { to: '/conversations', word: 'Mail' },
  { to: '/people', word: 'People' },
  { to: '/met', word: 'Met' },
  { to: '/more', word: 'More' },
] as const

/** On a phone the rail is five words at the bottom. */
export function Tabs() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const known = TABS.some((tab) => tab.to !== '/more' && isAt(path, tab.to))
  return (
    <nav className="tabs" aria-label="Main, small screens">
      {TABS.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          {...(isAt(path, tab.to) || (tab.to === '/more' && !known) ? { 'aria-current': 'page' } : {})}
        >
          {tab.word}
        </Link>
      ))}
    </nav>
  )
}
