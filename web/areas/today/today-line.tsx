import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { TodayItem } from '../../catalogue.ts'
import { Said } from '../../ui/said.tsx'
import { saidQuiet, saidWhen } from '../../ui/when.ts'
import { useReading } from '../workspace/use-reading.ts'
import { LineActs, type LineMenu } from './line-acts.tsx'
import { isTheirs } from './open-line.ts'
import type { Leaving } from './use-today.ts'
import { verbOf } from './verbs.ts'

type Props = {
  item: TodayItem
  open: boolean
  leaving: boolean
  menu: LineMenu
  onOpen: () => void
  onMenu: (menu: LineMenu) => void
  onLeave: (how: Leaving) => void
}

/** The points behind the line's rank; they add up to its score. */
function Points({ item }: { item: TodayItem }) {
  const reading = useReading()
  const figure = new Intl.NumberFormat(reading.figures, { maximumFractionDigits: 1 })
  return (
    <table className="points">
      <caption className="sr">Why it stands at {item.rank}</caption>
      <tbody>
        {item.scoreParts.map((part) => (
          <tr key={part.label}>
            <td>{part.label}</td>
            <td className="n">{figure.format(part.points)}</td>
          </tr>
        ))}
        <tr className="tot">
          <td>Points, hence place {item.rank}</td>
          <td className="n">{figure.format(item.score)}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** Since when it waits: the day on which they asked, or how long it has been quiet. */
function When({ item }: { item: TodayItem }) {
  const reading = useReading()
  if (!item.person) return <span className="when" />
  return isTheirs(item) ? (
    <span className="when t">asked {saidWhen(item.since, reading).replace(/ \d\d:\d\d$/, '')}</span>
  ) : (
    <span className="when">{saidQuiet(item.since, reading)}</span>
  )
}

/** One line of the morning: flat on the desk, or open on paper with their words and the keys. */
export function TodayLine({ item, open, leaving, menu, onOpen, onMenu, onLeave }: Props) {
  const line = useRef<HTMLLIElement>(null)
  const [explained, setExplained] = useState(false)
  useEffect(() => {
    const el = line.current
    if (!leaving || !el) return
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    el.style.overflow = 'hidden'
    const motion = el.animate(
      [
        { height: `${el.offsetHeight}px`, opacity: 1, transform: 'none' },
        { opacity: 0, transform: 'translateY(-14px)', offset: 0.6 },
        {
          height: '0px',
          paddingBlock: '0px',
          marginBlock: '0px',
          opacity: 0,
          transform: 'translateY(-18px)',
        },
      ],
      { duration: still ? 0 : 320, easing: 'cubic-bezier(.2, .7, .2, 1)', fill: 'forwards' },
    )
    return () => {
      motion.cancel()
      el.style.overflow = ''
    }
  }, [leaving])
  const name = item.person?.name ?? item.subject.name
  const personId = item.person?.id
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J, K and the button of the because do the same by keyboard
    <li
      ref={line}
      id={`line-${item.key}`}
      className={open ? 'line open' : 'line'}
      tabIndex={-1}
      {...(open ? { 'aria-current': 'true' } : {})}
      onClick={(event) => {
        if (!open && !(event.target as HTMLElement).closest('a, button')) onOpen()
      }}
    >
      <span className="rank">{item.rank}</span>
      <span className="verb">{verbOf(item.kind)}</span>
      <div className="line-body">
        <p className="who">
          {personId ? (
            <Link className="name" to="/people/$personId" params={{ personId }}>
              {name}
            </Link>
          ) : (
            <span className="name">{name}</span>
          )}{' '}
          {item.company ? <span className="co">{item.company.name}</span> : null}
        </p>
        {open && item.quote ? (
          <blockquote className="letter quote">
            <Said text={item.quote.text} spans={[item.quote.said]} quoted />
          </blockquote>
        ) : null}
        <button
          type="button"
          className="why"
          aria-expanded={open ? explained : false}
          onClick={() => (open ? setExplained(!explained) : onOpen())}
        >
          {item.because}
        </button>
        {open && explained ? <Points item={item} /> : null}
        {open ? <LineActs item={item} menu={menu} onMenu={onMenu} onLeave={onLeave} /> : null}
      </div>
      <When item={item} />
    </li>
  )
}
