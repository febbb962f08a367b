import { type ReactNode, useEffect } from 'react'

type Props = {
  title: string
  name?: ReactNode
  tab?: string
  sub?: ReactNode
  children?: ReactNode
  below?: ReactNode
}

/** The page's one sentence or name, what stands under it, and its keys. */
export function PageHead({ title, name, tab, sub, below, children }: Props) {
  useEffect(() => {
    document.title = `${tab ?? title} · Rapport`
  }, [title, tab])
  return (
    <header className="head">
      <div>
        <h1>{name ?? title}</h1>
        {sub ? <p className="sub">{sub}</p> : null}
        {below}
      </div>
      {children ? <div className="head-acts">{children}</div> : null}
    </header>
  )
}
