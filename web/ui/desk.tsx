import './desk.css'
import { type ReactNode, useEffect } from 'react'
import { Mark } from './mark.tsx'

type Props = {
  tab: string
  title: string
  lede: string
  aside?: ReactNode
  side?: ReactNode
  children: ReactNode
}

/** Bars of an exchange that has not happened yet: hollow, on an axis. */
const GHOSTS = Array.from({ length: 66 }, (_, i) => {
  const up = (i * 7) % 3 !== 0
  const tall = 6 + ((i * 37) % 31) * (i % 5 === 0 ? 1.3 : 0.9)
  return { x: 14 + i * 21.6 + ((i * 13) % 9), up, tall: Math.min(44, tall) }
})

/** The pages before and beside the shell: one sentence, what it means, and the one thing to do on paper. */
export function Desk({ tab, title, lede, aside, side, children }: Props) {
  useEffect(() => {
    document.title = `${tab} · Rapport`
  }, [tab])
  return (
    <div className="begin">
      <header className="begin-top">
        <span className="brand">
          <Mark />
          Rapport
        </span>
        <span>{aside}</span>
      </header>
      <main className="begin-mid" id="main">
        <div>
          <h1>{title}</h1>
          <p className="lede">{lede}</p>
          {side}
        </div>
        <div>{children}</div>
      </main>
      <footer className="ghost" aria-hidden="true">
        <svg viewBox="0 0 1440 110" preserveAspectRatio="none" aria-hidden="true">
          <path d="M0 56H1440" />
          {GHOSTS.map((bar) => (
            <rect key={bar.x} x={bar.x} y={bar.up ? 55.5 - bar.tall : 57.5} width="5" height={bar.tall} />
          ))}
        </svg>
        <p>Your exchange will stand here: their words rise, yours hang.</p>
      </footer>
    </div>
  )
}
