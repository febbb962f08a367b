import './today.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Today, TodayItem } from '../../catalogue.ts'
import { useKeys } from '../../ui/keys.ts'
import { many } from '../../ui/when.ts'
import type { LineMenu } from './line-acts.tsx'
import { whereItOpens } from './open-line.ts'
import { TodayLine } from './today-line.tsx'
import type { Leaving } from './use-today.ts'
import { verbOf } from './verbs.ts'

type Props = { today: Today; leaving: ReadonlySet<string>; leave: (item: TodayItem, how: Leaving) => void }

/** This morning, ranked: one line open, J and K between them, and it says where it ends. */
export function TodayList({ today, leaving, leave }: Props) {
  const navigate = useNavigate()
  const [openKey, setOpenKey] = useState<string | null>(null)
  const [menu, setMenu] = useState<LineMenu>(null)
  const [announced, setAnnounced] = useState('')
  const here = today.items.filter((item) => !leaving.has(item.key))
  const at = Math.max(
    0,
    here.findIndex((item) => item.key === openKey),
  )
  const current = here[at]
  const { hidden } = today
  const put = hidden.done + hidden.snoozed + hidden.dismissed

  const goTo = (item: TodayItem | undefined, focus = true) => {
    if (!item) {
      setAnnounced(today.end)
      document.getElementById('main')?.focus({ preventScroll: true })
      return
    }
    setOpenKey(item.key)
    setMenu(null)
    setAnnounced(`${verbOf(item.kind)}, ${item.person?.name ?? item.subject.name}, because ${item.because}`)
    if (!focus) return
    requestAnimationFrame(() => {
      const line = document.getElementById(`line-${item.key}`)
      line?.focus({ preventScroll: true })
      line?.scrollIntoView({ block: 'nearest' })
    })
  }
  const go = (item: TodayItem, how: Leaving) => {
    const from = here.findIndex((it) => it.key === item.key)
    goTo(here[from + 1] ?? here[from - 1])
    setMenu(null)
    leave(item, how)
  }
  useKeys({
    j: () => goTo(here[Math.min(at + 1, here.length - 1)]),
    k: () => goTo(here[Math.max(at - 1, 0)]),
    ArrowDown: () => goTo(here[Math.min(at + 1, here.length - 1)]),
    ArrowUp: () => goTo(here[Math.max(at - 1, 0)]),
    ...(current
      ? {
          r: () => {
            const place = whereItOpens(current)
            if (place) navigate(place)
          },
          Enter: () => {
            const place = whereItOpens(current)
            if (place) navigate(place)
          },
          e: () => go(current, { how: 'done' }),
          s: () => setMenu('snooze'),
          x: () => setMenu('dismiss'),
        }
      : {}),
  })
  useEffect(() => {
    if (openKey && !today.items.some((item) => item.key === openKey)) setOpenKey(null)
  }, [today.items, openKey])

  return (
    <>
      <p className="sr" aria-live="polite">
        {announced}
      </p>
      {today.items.length > 0 ? (
        <ol className="today-list" aria-label="This morning, ranked">
          {today.items.map((item) => (
            <TodayLine
              key={item.key}
              item={item}
              open={item.key === current?.key}
              leaving={leaving.has(item.key)}
              menu={item.key === current?.key ? menu : null}
              onOpen={() => goTo(item, false)}
              onMenu={setMenu}
              onLeave={(how) => go(item, how)}
            />
          ))}
        </ol>
      ) : null}
      {today.more.map((it) => (
        <p className="today-fold" key={it.kind}>
          <span className="why">{it.because}</span>
        </p>
      ))}
      {today.folded ? (
        <p className="today-fold">
          <span className="why">{today.folded.sentence}</span>
          <Link className="link nowrap" to="/relations">
            Sort {today.folded.people === 1 ? 'one person' : many(today.folded.people, 'person', 'people')}
          </Link>
        </p>
      ) : null}
      <p className="today-end">
        <span>{today.end}</span>
        {put > 0 ? (
          <Link className="link nowrap" to="/history">
            {[
              hidden.done ? `${hidden.done} done` : '',
              hidden.snoozed ? `${hidden.snoozed} snoozed` : '',
              hidden.dismissed ? `${hidden.dismissed} put aside` : '',
            ]
              .filter(Boolean)
              .join(', ')}
            , undo
          </Link>
        ) : null}
      </p>
    </>
  )
}
