import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { TodayItem } from '../../catalogue.ts'
import { Menu } from '../../ui/menu.tsx'
import { useReading } from '../workspace/use-reading.ts'
import { whereItOpens } from './open-line.ts'
import { reasonsFor } from './reasons.ts'
import { morningIn, snoozeChoices } from './snooze-until.ts'
import type { Leaving } from './use-today.ts'

/** Which of the line's two menus is open, or which of its two small forms. */
export type LineMenu = 'snooze' | 'dismiss' | 'pick-day' | 'own-words' | null

type Props = {
  item: TodayItem
  menu: LineMenu
  onMenu: (menu: LineMenu) => void
  onLeave: (how: Leaving) => void
}

function mailLink(item: TodayItem): string | null {
  if (!item.person?.address) return null
  const subject = item.thread
    ? `?subject=${encodeURIComponent(item.thread.subject.replace(/^(?!re:)/i, 'Re: '))}`
    : ''
  return `mailto:${encodeURIComponent(item.person.address).replace('%40', '@')}${subject}`
}

/** What one can do with the open line, each with its key. */
export function LineActs({ item, menu, onMenu, onLeave }: Props) {
  const reading = useReading()
  const [typed, setTyped] = useState('')
  const opens = whereItOpens(item)
  const mail = mailLink(item)
  const snooze = snoozeChoices(reading.now, reading.zone, reading.words)
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === '') return
    if (menu === 'own-words') onLeave({ how: 'dismiss', reason: typed.trim() })
    else {
      const days = Math.round(
        (Date.parse(`${typed}T00:00:00Z`) -
          Date.parse(`${reading.now.toISOString().slice(0, 10)}T00:00:00Z`)) /
          86_400_000,
      )
      const until = morningIn(days, reading.now, reading.zone)
      onLeave({
        how: 'snooze',
        until,
        label: `${new Intl.DateTimeFormat(reading.words, { dateStyle: 'long', ...(reading.zone ? { timeZone: reading.zone } : {}) }).format(until)}, 08:00`,
      })
    }
    onMenu(null)
  }
  const tomorrow = morningIn(1, reading.now, reading.zone).toISOString().slice(0, 10)
  return (
    <>
      <div className="line-acts">
        {opens ? (
          <Link className="btn go" {...opens}>
            Open <kbd>R</kbd>
          </Link>
        ) : null}
        <button type="button" className="btn" onClick={() => onLeave({ how: 'done' })}>
          Done <kbd>E</kbd>
        </button>
        <Menu
          label="Snooze until"
          numbered
          open={menu === 'snooze'}
          onOpenChange={(open) => onMenu(open ? 'snooze' : null)}
          trigger={
            <button type="button" className="btn">
              Snooze <kbd>S</kbd>
            </button>
          }
          lines={[
            ...snooze.map(({ label, until }) => ({
              label,
              onChoose: () => onLeave({ how: 'snooze', until, label }),
            })),
            { label: <span className="soft">Pick a day…</span>, onChoose: () => onMenu('pick-day') },
          ]}
        />
        <Menu
          label="Not today, because"
          numbered
          open={menu === 'dismiss'}
          onOpenChange={(open) => onMenu(open ? 'dismiss' : null)}
          trigger={
            <button type="button" className="btn bare">
              Not today, because… <kbd>X</kbd>
            </button>
          }
          lines={[
            ...reasonsFor(item.kind).map((reason) => ({
              label: reason,
              onChoose: () => onLeave({ how: 'dismiss', reason }),
            })),
            { label: <span className="soft">In your own words…</span>, onChoose: () => onMenu('own-words') },
          ]}
        />
        {mail ? (
          <a className="btn bare" href={mail}>
            {item.kind === 'reply-owed' ? 'Reply' : 'Write'} in your mail program
          </a>
        ) : null}
      </div>
      {menu === 'own-words' || menu === 'pick-day' ? (
        <form className="line-own" onSubmit={keep}>
          <input
            className="field"
            aria-label={menu === 'own-words' ? 'Not today, because' : 'Snooze until the morning of'}
            placeholder="because…"
            {...(menu === 'pick-day' ? { type: 'date', min: tomorrow } : { maxLength: 200 })}
            // biome-ignore lint/a11y/noAutofocus: the member has just chosen to type here
            autoFocus
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => (event.key === 'Escape' ? onMenu(null) : undefined)}
          />
          <button type="submit" className="btn">
            {menu === 'own-words' ? 'Put aside' : 'Snooze'}
          </button>
        </form>
      ) : null}
    </>
  )
}
