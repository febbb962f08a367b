import './palette.css'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { useRef, useState } from 'react'
import { Dialog } from '../../ui/dialog.tsx'
import { changeSettings } from '../../ui/settings.ts'
import { undoNewest } from '../../ui/toasts.ts'
import { saidWhen } from '../../ui/when.ts'
import { StatusLine } from '../today/status-line.tsx'
import { PLACES } from '../workspace/rail.tsx'
import { useReading } from '../workspace/use-reading.ts'
import { Marked } from './marked.tsx'
import { useFind } from './use-find.ts'

type Props = { onClose: () => void; onKeys: () => void }
type Deed = { word: string; about?: string; keys?: string[]; act: () => void }

const ONLY: Record<string, string> = { '>': 'things to do', '@': 'people', '"': 'in mails' }

function Keyed({ keys }: { keys: string[] }) {
  return (
    <span className="keyed">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}

/** Find or do: people, companies, mails and deeds by a few letters. `>` only deeds, `@` only people, `"` only mails. */
export function Palette({ onClose, onKeys }: Props) {
  const navigate = useNavigate()
  const reading = useReading()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [statusOf, setStatusOf] = useState<string | null>(null)
  const only = ONLY[typed[0] ?? ''] ? (typed[0] as string) : ''
  const q = (only ? typed.slice(1) : typed).trim()
  const { found, asking } = useFind(only === '>' ? '' : q)
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  const deeds: Deed[] = [
    ...PLACES.map((place) => ({
      word: place.word,
      keys: ['G', place.key.toUpperCase()],
      act: () => navigate({ to: place.to }),
    })),
    { word: 'Met someone', about: 'a name is enough', act: () => navigate({ to: '/met' }) },
    { word: 'Bring in mail', about: 'files or folders', act: () => navigate({ to: '/begin' }) },
    { word: 'Who is who', about: 'sort the domains that wrote', act: () => navigate({ to: '/relations' }) },
    { word: 'Members and invitations', act: () => navigate({ to: '/settings/members' }) },
    { word: 'Undo', keys: ['Z'], act: () => undoNewest() },
    { word: 'Morning', about: 'a light page', act: () => changeSettings({ theme: 'light' }) },
    { word: 'Evening', about: 'a dark page', act: () => changeSettings({ theme: 'dark' }) },
    { word: 'All keys', keys: ['?'], act: onKeys },
  ].filter((deed) => q === '' || `${deed.word} ${deed.about ?? ''}`.toLowerCase().includes(q.toLowerCase()))
  const people = only === '' || only === '@' ? found.people : []
  const companies = only === '' ? found.companies : []
  const messages = only === '' || only === '"' ? found.messages : []
  const shownDeeds = only === '' || only === '>' ? deeds.slice(0, q === '' ? 30 : 5) : []
  const asksStatus = q !== '' && only === ''
  // Enter takes what stands first, also where it came after what was there at once, until one has moved.
  const first =
    companies[0]?.id ??
    people[0]?.id ??
    (asksStatus ? 'status' : (shownDeeds[0]?.word ?? messages[0]?.messageId ?? ''))
  const [moved, setMoved] = useState({ from: '', to: '' })
  const chosen = moved.from === first ? moved.to : first
  const nothing = people.length + companies.length + messages.length + shownDeeds.length === 0
  return (
    <Dialog open onClose={onClose} title="Find or do" plain className="palette" focus={input}>
      <Command
        className="pal"
        shouldFilter={false}
        loop
        label="Find or do"
        value={chosen}
        onValueChange={(to) => setMoved({ from: first, to })}
      >
        <div className="pal-q">
          <Command.Input
            ref={input}
            value={typed}
            onValueChange={(value) => {
              setTyped(value)
              setStatusOf(null)
            }}
            placeholder="Find or do"
            autoFocus
          />
          {only ? <span className="on">{ONLY[only]}</span> : null}
        </div>
        {statusOf ? (
          <div className="pal-line" role="status">
            <StatusLine q={statusOf} />
          </div>
        ) : null}
        <Command.List>
          {people.length + companies.length > 0 ? (
            <Command.Group heading="Go to">
              {companies.map((it) => (
                <Command.Item
                  key={it.id}
                  value={it.id}
                  onSelect={then(() =>
                    navigate({ to: '/companies/$companyId', params: { companyId: it.id } }),
                  )}
                >
                  <span className="name">
                    <Marked text={it.name} typed={q} />
                  </span>
                  <span className="small">{it.domain}</span>
                </Command.Item>
              ))}
              {people.map((it) => (
                <Command.Item
                  key={it.id}
                  value={it.id}
                  onSelect={then(() => navigate({ to: '/people/$personId', params: { personId: it.id } }))}
                >
                  <span className="name">
                    <Marked text={it.name} typed={q} />
                  </span>
                  <span className="small">
                    {it.company ? (
                      <>
                        at <Marked text={it.company} typed={q} />
                      </>
                    ) : (
                      it.address
                    )}
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
          {shownDeeds.length > 0 || asksStatus ? (
            <Command.Group heading={q === '' ? 'Go to, or do' : 'Do'}>
              {asksStatus ? (
                <Command.Item value="status" onSelect={() => setStatusOf(q)}>
                  <span>
                    Status of “<Marked text={q} />” in one line
                  </span>
                  <span className="small">what the boss asks</span>
                </Command.Item>
              ) : null}
              {shownDeeds.map((deed) => (
                <Command.Item key={deed.word} value={deed.word} onSelect={then(deed.act)}>
                  <span>
                    <Marked text={deed.word} typed={q} />
                  </span>
                  {deed.about ? <span className="small">{deed.about}</span> : null}
                  {deed.keys ? <Keyed keys={deed.keys} /> : null}
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
          {messages.length > 0 ? (
            <Command.Group heading="In mails">
              {messages.map((it) => (
                <Command.Item
                  key={it.messageId}
                  value={it.messageId}
                  onSelect={then(() =>
                    navigate({
                      to: '/threads/$threadId',
                      params: { threadId: it.threadId },
                      hash: it.messageId,
                    }),
                  )}
                >
                  <span className="letter">
                    “…
                    <Marked text={it.snippet} marks={it.marks} />
                    …”
                  </span>
                  <span className="small">
                    {it.from}, {saidWhen(it.at, reading)}
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
        </Command.List>
        {nothing && q.length > 0 ? (
          <p className="pal-none" role="status">
            {asking ? 'Looking…' : `Nothing here holds “${q}”.`}
          </p>
        ) : null}
        <p className="keys">
          <span>
            <kbd>↑</kbd>
            <kbd>↓</kbd>choose
          </span>
          <span>
            <kbd>&gt;</kbd>only things to do
          </span>
          <span>
            <kbd>@</kbd>people
          </span>
          <span>
            <kbd>"</kbd>in mails
          </span>
        </p>
      </Command>
    </Dialog>
  )
}
